// SPDX-License-Identifier: AGPL-3.0-or-later
import { askedQuestion } from '@linea-comune/config'

/** What was typed into a field; the empty string when the form does not have it. */
export const typedIn = (fields: FormData, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

/** By the very rule by which the back office takes them. */
export const isUuid = (text: string): boolean => askedQuestion.shape.questionId.safeParse(text).success
