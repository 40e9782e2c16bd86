// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs'
import { learnedFile } from '../answer/learned.js'
import { printMeasures } from '../evaluation/print-measures.js'
import { readRelevanceSets } from '../evaluation/relevance-sets.js'
import { startingWorkshop } from '../scope/workshop.js'
import { learn } from './learn.js'
import { gather } from './gather.js'
import { tryOut } from './try-out.js'

const workshop = startingWorkshop()
const { lexicon } = workshop
const sets = readRelevanceSets()
const training = sets.flatMap((set) => gather(set, set.training, workshop))
const ofSet = (name: string) => training.filter(({ set }) => set === name)
const ofOthers = (name: string) => training.filter(({ set }) => set !== name)

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

say('Each corpus judged by what the others teach (training questions):')
say(
  printMeasures(
    sets.flatMap(({ name }) => {
      const learned = learn(ofOthers(name), lexicon)
      return ofSet(name).map((one) => tryOut(one, learned, lexicon))
    }),
  ),
)
const learned = learn(training, lexicon)
const rounded = JSON.stringify(learned, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value), 2)
writeFileSync(learnedFile, `${rounded}\n`)
say('\nLearned from all of them (test questions):')
say(printMeasures(sets.flatMap((set) => gather(set, set.test, workshop)).map((one) => tryOut(one, learned, lexicon))))
