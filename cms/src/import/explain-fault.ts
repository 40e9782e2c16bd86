// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { locales } from '@linea-comune/config'
import type { Fault } from './import-row'

const number = (value: unknown): string => Number(value).toLocaleString('it-IT')
const typeNames: Record<string, string> = {
  string: 'un testo',
  array: 'un elenco',
  object: 'un gruppo di campi',
  number: 'un numero',
  boolean: 'sì o no',
}

const lastName = (path: readonly PropertyKey[]): string => [...path].reverse().find((part) => typeof part === 'string') ?? ''

const notWeb = 'non è un indirizzo web: deve cominciare con http:// o https://'

const byField: Record<string, string> = {
  locale: `la lingua non è fra quelle del sito: ${locales.join(', ')}`,
  reviewBy: 'la data va scritta come 2027-12-31',
  validUntil: 'la data va scritta come 2027-12-31',
  opens: 'l’orario va scritto con quattro cifre, come 09:00',
  closes: 'l’orario va scritto con quattro cifre, come 12:30',
  postalCode: 'il CAP ha cinque cifre',
  primary: 'il colore va scritto come #0066cc',
  province: 'la sigla della provincia ha due lettere',
  istatCode: 'il codice ISTAT di un Comune ha sei cifre',
  lifecycle: 'la partecipazione è una di: known, active, suspended, left',
  status: 'scrivi published se è pronta, draft se è una bozza',
  code: 'il codice IPA ha solo lettere, numeri e trattini bassi, come c_l378',
  active: 'scrivi sì o no',
  ...Object.fromEntries(['website', 'accessibilityUrl', 'privacyUrl', 'onlineUrl', 'bookingUrl'].map((field) => [field, notWeb])),
  languages: `scrivi i codici delle lingue (${locales.join(', ')}); l’italiano, it, c’è sempre`,
}

const explain = (issue: z.core.$ZodIssue): string => {
  const field = lastName(issue.path)
  if (isMissing(issue)) return field === 'entries' ? 'non c’è nessun recapito' : 'manca: è obbligatorio'
  if (byField[field] !== undefined && issue.code !== 'too_big') return byField[field]
  switch (issue.code) {
    case 'too_big':
      return typeof issue.input === 'string'
        ? `è troppo lungo: ${number(issue.input.length)} caratteri, al massimo ${number(issue.maximum)}`
        : `è troppo grande: al massimo ${number(issue.maximum)}`
    case 'too_small':
      return issue.origin === 'array'
        ? 'l’elenco è vuoto'
        : issue.origin === 'string'
          ? 'è vuoto'
          : `è troppo piccolo: almeno ${number(issue.minimum)}`
    case 'invalid_type':
      return `doveva essere ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_format':
      if (issue.format === 'email') return 'non è un indirizzo e-mail'
      return 'non è scritto nel modo previsto'
    case 'invalid_value':
      return `non è fra i valori previsti: ${issue.values.map(String).join(', ')}`
    default:
      return 'non è scritto nel modo previsto'
  }
}

const isMissing = (issue: z.core.$ZodIssue): boolean => {
  if (issue.input !== undefined && issue.input !== null) return false
  return (
    issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((errors) => errors.every((error) => error.code === 'invalid_type')))
  )
}

const showPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${String(part + 1)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')

/** Every fault that a schema found, once per field. */
export const toFaults = (error: z.ZodError): Fault[] => {
  const faults = new Map<string, Fault>()
  for (const issue of error.issues) {
    const field = showPath(issue.path)
    if (!faults.has(field)) faults.set(field, { field, reason: explain(issue) })
  }
  return [...faults.values()]
}
