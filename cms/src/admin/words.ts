// SPDX-License-Identifier: AGPL-3.0-or-later
import { isLocale, localeNames, modelFields, type ModelKind, type ProposalState, type SuggestionState } from '@linea-comune/config'

/** `1 modello`, `2 modelli`. */
export const count = (number: number, one: string, many: string): string => `${String(number)} ${number === 1 ? one : many}`

const names = new Intl.ListFormat('it', { type: 'conjunction' })
export const listed = (words: readonly string[]): string => names.format(words)

const day = new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'Europe/Rome' })
export const onDay = (date: string | null): string => (date === null || date === '' ? '' : day.format(new Date(date)))

export const kindNames: Record<ModelKind, { one: string; many: string; the: string; model: string }> = {
  sheet: { one: 'Scheda', many: 'Schede', the: 'la scheda', model: 'Modello di scheda' },
  faq: { one: 'Domanda frequente', many: 'Domande frequenti', the: 'la domanda', model: 'Modello di domanda' },
}

/** Of what is no text of the model; a new one without a name here is shown by its key. */
const localLabels: Record<string, string> = {
  offices: 'Uffici competenti',
  onlineUrl: 'Indirizzo del servizio online',
  bookingUrl: 'Indirizzo per prenotare',
}

/** Name of a text or of a local field, as editors read it. */
export const fieldLabel = (kind: ModelKind, key: string): string =>
  modelFields[kind].find((field) => field.key === key)?.label ?? localLabels[key] ?? key
export const fieldLabels = (kind: ModelKind, keys: readonly string[]): string[] => keys.map((key) => fieldLabel(kind, key))

export const proposalStateNames: Record<ProposalState, string> = {
  open: 'Da decidere',
  accepted: 'Accettato',
  partly: 'Accettato in parte',
  declined: 'Rifiutato',
  superseded: 'Superato da una versione più nuova',
}

export const suggestionStateNames: Record<SuggestionState, string> = {
  open: 'In attesa del centro',
  accepted: 'Accolto',
  declined: 'Non accolto',
}

export const languageName = (locale: string): string => (isLocale(locale) ? localeNames[locale] : locale)
