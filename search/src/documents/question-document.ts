// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections, type Locale, type SheetSectionKey } from '@linea-comune/config'
import { stemsOf } from '../analysis/stems-of.js'
import { scopeOf } from '../index-names.js'
import type { IndexSource } from '../model.js'
import { contactText } from './contact-text.js'
import { documentIdOf } from './document-id.js'
import { renderMarkdown } from './markdown.js'
import { sectionFields, type StemField } from './stem-fields.js'

export interface AnswerSection {
  key: SheetSectionKey
  heading: string
  text: string
}

/** A sheet or FAQ as questions see it: its stems to be found and ranked by, its plain texts to answer with. */
export interface QuestionDocument extends Partial<Record<Exclude<StemField, 'sTitle' | 'sPhrasings'>, string>> {
  id: string
  documentId: string
  scope: string
  kind: 'sheet' | 'faq'
  locale: Locale
  /** Codes of the Enti that have their own in its place. */
  givesWayTo: string[]
  /** Of a sheet; empty for a FAQ. */
  slug: string
  title: string
  /** The summary of a sheet, the whole answer of a FAQ. */
  text: string
  sections: AnswerSection[]
  outdatedSince: string | null
  /** Day by which it is to be reviewed. */
  reviewBy: string | null
  updatedAt: string
  sTitle: string
  /** The question and each of its other phrasings, apart: past questions are matched as questions, not as text. */
  sPhrasings: string[]
}

/** As the engine holds it. */
export type StampedQuestion = QuestionDocument & { stamp: number }

type SheetOrFaq = Extract<IndexSource, { kind: 'sheet' | 'faq' }>

const answerSections = (source: Extract<IndexSource, { kind: 'sheet' }>): AnswerSection[] => {
  const extra: Partial<Record<SheetSectionKey, string>> = {
    access: [source.onlineUrl && `${source.onlineLabel} ${source.onlineUrl}`.trim(), source.bookingUrl].filter(Boolean).join('\n'),
    contacts: contactText(source),
  }
  return sheetSections.flatMap(({ key, heading }) => {
    const written = renderMarkdown(source.sections[key] ?? '').text
    const text = [written, extra[key] ?? ''].filter((part) => part !== '').join('\n')
    return text === '' ? [] : [{ key, heading: heading[source.locale], text }]
  })
}

const common = (source: SheetOrFaq) => ({
  id: documentIdOf(source),
  documentId: source.documentId,
  scope: scopeOf(source.enteCode),
  locale: source.locale,
  givesWayTo: source.givesWayTo,
  outdatedSince: source.outdatedSince,
  reviewBy: source.reviewBy,
  updatedAt: source.updatedAt,
})

export const toQuestionDocument = (source: IndexSource): QuestionDocument | null => {
  if (source.kind !== 'sheet' && source.kind !== 'faq') return null
  const stems = (text: string) => stemsOf(text, source.locale).join(' ')
  if (source.kind === 'faq') {
    const { text } = renderMarkdown(source.answer)
    return {
      ...common(source),
      kind: 'faq',
      slug: '',
      title: source.question,
      text,
      sections: [],
      sTitle: stems(source.question),
      sPhrasings: source.phrasings.map(stems),
      sKeywords: stems([...source.topics.map(({ name }) => name), source.sheet?.title ?? ''].join('. ')),
      sAnswer: stems(text),
    }
  }
  const sections = answerSections(source)
  return {
    ...common(source),
    kind: 'sheet',
    slug: source.slug,
    title: source.title,
    text: renderMarkdown(source.summary).text,
    sections,
    sTitle: stems(source.title),
    sPhrasings: [],
    sKeywords: stems([...source.keywords, ...source.topics.map(({ name }) => name)].join('. ')),
    sSummary: stems(source.summary),
    ...Object.fromEntries(sections.map(({ key, text }) => [sectionFields[key], stems(text)])),
  }
}
