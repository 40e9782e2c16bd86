// SPDX-License-Identifier: AGPL-3.0-or-later
import { DomainError, type ErrorCode, type FieldFault } from '@linea-comune/config'
import type { Speak, WordKey } from '../words'
import { it } from '../words/it'

export interface Fault {
  code: ErrorCode
  fields: Record<string, FieldFault>
  retryAfterS?: number
}

/** A refusal as a page can show it; anything else is our mistake and rises. */
export const toFault = (error: unknown): Fault => {
  if (!(error instanceof DomainError)) throw error
  const { fields, retryAfterS } = error.details
  return {
    code: error.code,
    fields: fields ?? {},
    ...(retryAfterS !== undefined && { retryAfterS }),
  }
}

const isWord = (key: string): key is WordKey => key in it

/** The sentence for a field, as specific as the tables have it. */
export const fieldSentence = (t: Speak, field: string, fault: FieldFault): string => {
  const specific = `fault.${field}.${fault}`
  return t(isWord(specific) ? specific : `fault.${fault}`)
}

export const fieldLabel = (t: Speak, field: string): string => {
  const key = `field.${field}`
  return t(isWord(key) ? key : 'field.other')
}

/** Code → sentence, with what the fault adds to it. */
export const faultSentence = (t: Speak, { code, retryAfterS }: Fault): string =>
  [
    t(`error.${code}`),
    ...(retryAfterS !== undefined ? [t('error.retryAfter', { minutes: Math.max(1, Math.ceil(retryAfterS / 60)) })] : []),
  ].join(' ')
