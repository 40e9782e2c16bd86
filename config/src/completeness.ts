// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections, type SheetSectionKey } from './sheet-sections.js'

/** How far a text is: not enough to publish, enough for a citizen, or all that the Modello Comuni asks for. */
export const completenessLevels = ['da-completare', 'pubblicabile', 'completa'] as const
export type Completeness = (typeof completenessLevels)[number]
export const isCompleteness = (value: unknown): value is Completeness => completenessLevels.some((level) => level === value)

/** Longest heading and summary, in characters (Modello Comuni, “Servizio”). */
export const writingLimits = { title: 60, summary: 255 } as const

/** A sheet as a citizen would see it, what it has of its model included. */
export interface SheetFacts {
  /** Keys of the texts that are not blank: sections, summary, onlineUrl, bookingUrl. */
  texts: ReadonlySet<string>
  title: string
  summary: string
  categories: number
  topics: number
  offices: number
  /** Contact points of its own or of its offices. */
  contactPoints: number
}

interface Requirement<F> {
  label: string
  /** `minimum` is what official templates for Plone insist on, `complete` what those for WordPress do, which follow the model's table. */
  level: 'minimum' | 'complete'
  holds: (facts: F) => boolean
}

const section = (key: SheetSectionKey, level: Requirement<SheetFacts>['level']): Requirement<SheetFacts> => ({
  label: sheetSections.find((candidate) => candidate.key === key)?.heading.it ?? key,
  level,
  holds: ({ texts }) => texts.has(key),
})

const sheetRequirements: readonly Requirement<SheetFacts>[] = [
  section('audience', 'minimum'),
  section('howTo', 'minimum'),
  section('needed', 'minimum'),
  section('outcome', 'minimum'),
  section('times', 'minimum'),
  { label: 'Uffici competenti', level: 'minimum', holds: ({ offices }) => offices > 0 },
  { label: 'Descrizione breve', level: 'complete', holds: ({ texts }) => texts.has('summary') },
  {
    label: `Titolo di ${String(writingLimits.title)} caratteri al massimo`,
    level: 'complete',
    holds: ({ title }) => title.length <= writingLimits.title,
  },
  {
    label: `Descrizione breve di ${String(writingLimits.summary)} caratteri al massimo`,
    level: 'complete',
    holds: ({ summary }) => summary.length <= writingLimits.summary,
  },
  { label: 'Categorie', level: 'complete', holds: ({ categories }) => categories > 0 },
  { label: 'Argomenti', level: 'complete', holds: ({ topics }) => topics > 0 },
  {
    label: 'Accedi al servizio',
    level: 'complete',
    holds: ({ texts }) => ['access', 'onlineUrl', 'bookingUrl'].some((key) => texts.has(key)),
  },
  section('conditions', 'complete'),
  { label: 'Contatti', level: 'complete', holds: ({ texts, contactPoints }) => contactPoints > 0 || texts.has('contacts') },
]

export interface FaqFacts {
  answer: boolean
  topics: number
}
const faqRequirements: readonly Requirement<FaqFacts>[] = [
  { label: 'Risposta', level: 'minimum', holds: ({ answer }) => answer },
  { label: 'Argomenti', level: 'complete', holds: ({ topics }) => topics > 0 },
]

export interface Judgement {
  level: Completeness
  /** What is missing to publish, and besides that to be complete, as editors call it. */
  missing: { minimum: string[]; complete: string[] }
}

const judge = <F>(requirements: readonly Requirement<F>[], facts: F): Judgement => {
  const lacking = (level: Requirement<F>['level']): string[] =>
    requirements.filter((requirement) => requirement.level === level && !requirement.holds(facts)).map(({ label }) => label)
  const missing = { minimum: lacking('minimum'), complete: lacking('complete') }
  if (missing.minimum.length > 0) return { level: 'da-completare', missing }
  return { level: missing.complete.length > 0 ? 'pubblicabile' : 'completa', missing }
}

export const judgeSheet = (facts: SheetFacts): Judgement => judge(sheetRequirements, facts)
export const judgeFaq = (facts: FaqFacts): Judgement => judge(faqRequirements, facts)
