// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSectionKeys, sheetSections, type SheetSectionKey } from './sheet-sections.js'

/** What the federation keeps models of. */
export const modelKinds = ['sheet', 'faq'] as const
export type ModelKind = (typeof modelKinds)[number]

/**
 * Texts of a model. A text that an Ente leaves empty is shown from the version it follows; the `heading` cannot be empty, so that
 * adopting copies it, and it follows the model as long as nobody changes it.
 */
export interface ModelField {
  key: string
  /** As editors read it. */
  label: string
  heading: boolean
  /** A list of words instead of a text. */
  list: boolean
}

const field = <K extends string>(key: K, label: string, kind: 'text' | 'heading' | 'list' = 'text') =>
  ({ key, label, heading: kind === 'heading', list: kind === 'list' }) as const satisfies ModelField & { key: K }

const sheetFields = [
  field('title', 'Titolo', 'heading'),
  field('summary', 'Descrizione breve'),
  ...sheetSections.map(({ key, heading }) => field<SheetSectionKey>(key, heading.it)),
  field('keywords', 'Parole dei cittadini', 'list'),
] as const
const faqFields = [
  field('question', 'Domanda', 'heading'),
  field('answer', 'Risposta'),
  field('phrasings', 'Altri modi di chiederlo', 'list'),
] as const

export const modelFields: Record<ModelKind, readonly ModelField[]> = { sheet: sheetFields, faq: faqFields }

/** What only the Ente can know: a model says which of these its adopters fill in. */
export const localFieldKeys = ['offices', ...sheetSectionKeys, 'onlineUrl', 'bookingUrl'] as const
export type LocalFieldKey = 'offices' | 'onlineUrl' | 'bookingUrl' | SheetSectionKey

/** From the day a version is published until the Ente has decided, or a newer one takes its place. */
export const proposalStates = ['open', 'accepted', 'partly', 'declined', 'superseded'] as const
export type ProposalState = (typeof proposalStates)[number]

/** A text that an Ente offers to the federation. */
export const suggestionStates = ['open', 'accepted', 'declined'] as const
export type SuggestionState = (typeof suggestionStates)[number]
