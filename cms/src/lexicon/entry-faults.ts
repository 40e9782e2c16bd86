// SPDX-License-Identifier: AGPL-3.0-or-later
import { isLocale, lexiconEntryLimits as limits, type Locale } from '@linea-comune/config'
import { expressionKey, meansWords } from '@linea-comune/search'

export interface EntryFault {
  field: 'language' | 'says' | 'means' | 'reason'
  message: string
}

/** As it came from a form or a file. */
export interface WrittenEntry {
  language?: unknown
  says?: unknown
  means?: unknown
  reason?: unknown
}

/** Another active entry of the same owner in the same language. */
export interface OtherEntry {
  says: readonly string[]
  means: string
}

/** Without blank lines and what is there twice. */
export const toExpressions = (says: unknown): string[] =>
  Array.isArray(says) ? [...new Set(says.flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [])))] : []

export const toText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Everything that is wrong with an entry, beside the field where it is. */
export const entryFaults = (written: WrittenEntry, others: readonly OtherEntry[]): EntryFault[] => {
  const { language } = written
  if (!isLocale(language)) return [{ field: 'language', message: 'Scegli la lingua in cui parlano i cittadini.' }]
  const says = toExpressions(written.says)
  const means = toText(written.means)
  const faults = {
    says: saysFault(says, language) ?? conflict(says, means, language, others),
    means: meansFault(means, language),
    reason: reasonFault(toText(written.reason)),
  }
  return (['says', 'means', 'reason'] as const).flatMap((field) => {
    const message = faults[field]
    return message === null ? [] : [{ field, message }]
  })
}

const saysFault = (says: readonly string[], language: Locale): string | null => {
  if (says.length === 0) return 'Scrivi almeno una parola o un’espressione, una per riga.'
  if (says.length > limits.says)
    return `Le espressioni sono ${String(says.length)}: al massimo ${String(limits.says)}. Scrivi le altre in una seconda voce.`
  const long = says.find((text) => text.length > limits.expression)
  if (long !== undefined) return `«${long.slice(0, 30)}…» è di ${String(long.length)} caratteri: al massimo ${String(limits.expression)}.`
  const empty = says.find((text) => expressionKey(text, language) === '')
  return empty === undefined ? null : `«${empty}» non basta: sono parole che stanno in quasi tutte le domande.`
}

const meansFault = (means: string, language: Locale): string | null => {
  if (means === '') return 'Scrivi come lo chiama l’amministrazione, con le parole delle vostre pagine.'
  if (means.length > limits.means) return `Sono ${String(means.length)} caratteri: al massimo ${String(limits.means)}.`
  return meansWords(means, language).length > 0 ? null : `«${means}» non basta: sono parole che stanno in quasi tutte le pagine.`
}

const reasonFault = (reason: string): string | null => {
  if (reason === '') return 'Scrivi perché: chi verrà dopo di te deve capire se vale ancora.'
  return reason.length > limits.reason ? `Sono ${String(reason.length)} caratteri: al massimo ${String(limits.reason)}.` : null
}

/** One expression cannot mean two things; that two entries say the same of it does no harm. */
const conflict = (says: readonly string[], means: string, language: Locale, others: readonly OtherEntry[]): string | null => {
  const meaning = expressionKey(means, language)
  for (const text of says) {
    const key = expressionKey(text, language)
    const other = others.find(
      (entry) => expressionKey(entry.means, language) !== meaning && entry.says.some((said) => expressionKey(said, language) === key),
    )
    if (other !== undefined)
      return `In un’altra voce attiva «${text}» vuol dire «${other.means}»: correggi quella, oppure togli da qui l’espressione.`
  }
  return null
}
