// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetSectionKey } from '@linea-comune/config'
import { intentSections, type Intent } from '../analysis/intents.js'
import type { AnswerSection } from '../documents/question-document.js'
import { sectionFields } from '../documents/stem-fields.js'
import type { Ranked } from './rank.js'

/** Shown when a question names a service and nothing else. */
const usualOrder: readonly SheetSectionKey[] = ['howTo', 'needed', 'access', 'audience', 'outcome', 'times', 'costs', 'contacts']

/** The section of a sheet that answers: the one asked for, else the one that speaks of what the title does not, else how to do it. */
export const chooseSection = (
  intents: readonly Intent[],
  { document, matches }: Pick<Ranked, 'document' | 'matches'>,
): AnswerSection | null => {
  const find = (key: SheetSectionKey): AnswerSection | undefined => document.sections.find((section) => section.key === key)
  const asked = intents.filter((intent) => intent !== 'how').flatMap((intent) => intentSections[intent])
  const wanted = asked.map(find).find((section) => section !== undefined)
  return (
    wanted ??
    mostOverlapping(document.sections, matches) ??
    usualOrder.map(find).find((section) => section !== undefined) ??
    document.sections[0] ??
    null
  )
}

const mostOverlapping = (sections: readonly AnswerSection[], matches: Ranked['matches']): AnswerSection | null => {
  // What the title says is said everywhere in the sheet and chooses nothing.
  const telling = matches.filter(({ concept, terms }) => concept.weight >= 1 && terms.every(({ fields }) => fields.sTitle === undefined))
  const overlap = ({ key }: AnswerSection): number =>
    telling.reduce(
      (sum, { concept, terms }) => (terms.some(({ fields }) => fields[sectionFields[key]] !== undefined) ? sum + concept.worth : sum),
      0,
    )
  const [best] = sections.filter((section) => overlap(section) > 0).sort((a, b) => overlap(b) - overlap(a))
  return best ?? null
}
