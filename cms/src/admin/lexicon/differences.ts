// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LexiconChange } from '@linea-comune/config'
import { languageName } from '../words'

type Texts = NonNullable<LexiconChange['after']>

/** Where an entry comes from, in words: the panel's own select reads them from here too. */
export const originNames: Record<Texts['origin'], string> = {
  'a-mano': 'Scritta a mano',
  domanda: 'Domanda di un cittadino',
  richiesta: 'Richiesta allo sportello',
  importazione: 'Importazione',
}

const fields: { [K in keyof Texts]: { label: string; show: (texts: Texts) => string } } = {
  says: { label: 'I cittadini dicono', show: ({ says }) => says.join(', ') },
  means: { label: 'E vogliono dire', show: ({ means }) => means },
  reason: { label: 'Perché', show: ({ reason }) => reason },
  language: { label: 'Lingua', show: ({ language }) => languageName(language) },
  origin: { label: 'Da dove viene', show: ({ origin }) => originNames[origin] },
  active: { label: 'Attiva', show: ({ active }) => (active ? 'sì' : 'no') },
}

export interface EntryDifference {
  label: string
  was: string
  is: string
}

/** What one change did to an entry, as editors call it. */
export const differencesOf = (before: Texts, after: Texts): EntryDifference[] =>
  Object.values(fields).flatMap(({ label, show }) => (show(before) === show(after) ? [] : [{ label, was: show(before), is: show(after) }]))
