// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, type DeskMove } from '@linea-comune/config'
import { mayDraftFor } from '../desk/may-draft-for'
import type { DeskPerson } from '../desk/sessions'
import { withoutCitizen } from '../questions/without-citizen'
import { findTicket } from '../tickets/find-ticket'
import { rememberAnswer } from './remember-answer'

interface Answered {
  number: string
  move: DeskMove
  /** Ids as in the index: `{scope}_{documentId}_{locale}`, and only scopes hold underscores. */
  sources: readonly string[]
  question: string
}

/** The one text that a citizen was answered from answers the question, says the person who answered. Inside the answer's transaction. */
export const rememberFromTicket = async (
  strapi: Core.Strapi,
  person: DeskPerson,
  { number, move, sources, question }: Answered,
): Promise<void> => {
  const [source, another] = sources
  if (move !== 'answer' || source === undefined || another !== undefined)
    throw new DomainError('invalid-input', { fields: { sources: 'invalid' } })
  const ticket = await findTicket(strapi, number)
  // What was forwarded to another Ente is still not that Ente's to remember.
  if (!mayDraftFor(person, ticket.enteCode)) throw new DomainError('not-allowed')
  await rememberAnswer(strapi, {
    enteCode: ticket.enteCode,
    language: ticket.locale,
    question: withoutCitizen(question, ticket),
    answer: source.split('_').at(-2) ?? '',
    origin: 'richiesta',
    by: person.name,
  })
}
