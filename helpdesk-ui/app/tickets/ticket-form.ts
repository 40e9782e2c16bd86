// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { isUuid, typedIn } from '../form-fields'

/** What stands in the form: kept as it was typed, so that nothing is lost when sending fails. */
export interface TicketFormState {
  submissionId: string
  text: string
  name: string
  email: string
  phone: string
  privacy: boolean
  questionId: string
}

export const emptyTicketForm = (given: Partial<TicketFormState> = {}): TicketFormState => ({
  submissionId: randomUUID(),
  text: '',
  name: '',
  email: '',
  phone: '',
  privacy: false,
  questionId: '',
  ...given,
})

/** The field people do not see; programs that fill in everything fill it in too. */
const honeypotName = 'sito'

export const readTicketForm = (fields: FormData): { form: TicketFormState; trapped: boolean } => {
  const typed = (name: string): string => typedIn(fields, name)
  const submissionId = typed('submissionId')
  return {
    form: {
      submissionId: isUuid(submissionId) ? submissionId : randomUUID(),
      text: typed('text'),
      name: typed('name'),
      email: typed('email'),
      phone: typed('phone'),
      privacy: typed('privacy') === 'on',
      questionId: typed('questionId').slice(0, 64),
    },
    trapped: typed(honeypotName) !== '',
  }
}
