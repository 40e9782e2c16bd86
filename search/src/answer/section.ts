// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetSectionKey } from '@linea-comune/config'
import { intentSections } from '../analysis/intents.js'
import type { AnswerSection, QuestionDocument } from '../documents/question-document.js'
import { sectionFields } from '../documents/stem-fields.js'
import type { Understood } from './understand.js'

/** Shown when a question names a service and nothing else. */
const usualOrder: readonly SheetSectionKey[] = ['howTo', 'needed', 'access', 'audience', 'outcome', 'times', 'costs', 'contacts']

/** The section of a sheet that answers: the one asked for, else the one that speaks of what the title does not, else how to do it. */
export const chooseSection = (question: Understood, document: QuestionDocument): AnswerSection | null => {
  const find = (key: SheetSectionKey): AnswerSection | undefined => document.sections.find((section) => section.key === key)
  const asked = question.intents.filter((intent) => intent !== 'how').flatMap((intent) => intentSections[intent])
  const wanted = asked.map(find).find((section) => section !== undefined)
  return (
    wanted ??
    mostOverlapping(question, document) ??
    usualOrder.map(find).find((section) => section !== undefined) ??
    document.sections[0] ??
    null
  )
}

const mostOverlapping = ({ concepts }: Understood, document: QuestionDocument): AnswerSection | null => {
  const title = new Set(document.sTitle.split(' '))
  // What the title says is said everywhere in the sheet and chooses nothing.
  const telling = concepts.filter(({ weight, forms }) => weight >= 1 && !forms.some((form) => title.has(form)))
  const overlap = ({ key }: AnswerSection): number => {
    const stems = new Set((document[sectionFields[key]] ?? '').split(' '))
    return telling.reduce((sum, { worth, forms }) => (forms.some((form) => stems.has(form)) ? sum + worth : sum), 0)
  }
  let best: { section: AnswerSection; worth: number } | null = null
  for (const section of telling.length === 0 ? [] : document.sections) {
    const worth = overlap(section)
    if (worth > (best?.worth ?? 0)) best = { section, worth }
  }
  return best?.section ?? null
}
