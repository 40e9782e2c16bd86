// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceCategories, topics } from '@linea-comune/config'
import { stemsOf } from '../analysis/stems-of.js'
import { foreignLocales, lexiconFile, type LexiconFile, type Need } from './need.js'

/** The starting lexicon, one file for each category of services. */
const startingLexicon = join(import.meta.dirname, '../../lexicon')

/** Reads and checks every file of a folder; throws with all that is wrong, by file and need. */
export const readLexicon = (folder: string = startingLexicon): Need[] =>
  toNeeds(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name, lexiconFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))] as const),
  )

/** Puts the needs of several files together, or refuses them with every fault. */
export const toNeeds = (files: readonly (readonly [string, LexiconFile])[]): Need[] => {
  const needs = files.flatMap(([, { category, outOfScope, needs: listed }]) => listed.map((need) => ({ ...need, category, outOfScope })))
  const faults = [
    ...files.flatMap(([name, { category }]) =>
      category === null || serviceCategories.some((known) => known.it === category) ? [] : [`${name}: no category «${category}»`],
    ),
    ...needs.flatMap((need, index) => faultsOf(need, index, needs)),
  ]
  if (faults.length > 0) throw new Error(`the lexicon cannot be used:\n${faults.join('\n')}`)
  return needs
}

const topicNames = new Set(topics.map(({ it }) => it))

const faultsOf = (need: Need, index: number, needs: readonly Need[]): string[] => {
  const said = [
    ...[...need.means, ...need.says, ...need.phrasings].map((text) => ({ text, locale: 'it' as const })),
    ...foreignLocales.flatMap((locale) => need[locale].map((text) => ({ text, locale }))),
  ]
  const faults = [
    needs.findIndex(({ id }) => id === need.id) < index ? 'is there twice' : null,
    ...need.topics.map((topic) => (topicNames.has(topic) ? null : `no topic «${topic}»`)),
    ...need.broader.map((id) => (id !== need.id && needs.some((other) => other.id === id) ? null : `no other need «${id}»`)),
    ...said.map(({ text, locale }) => (stemsOf(text, locale).length > 0 ? null : `«${text}» says nothing`)),
  ]
  return faults.flatMap((fault) => (fault === null ? [] : [`${need.id}: ${fault}`]))
}
