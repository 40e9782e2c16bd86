// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readLearned } from '../answer/learned.js'
import { measure } from '../evaluation/measures.js'
import { readRelevanceSets } from '../evaluation/relevance-sets.js'
import { startingWorkshop } from '../scope/workshop.js'
import { gather } from './gather.js'
import { tryOut } from './try-out.js'

const workshop = startingWorkshop()
const learned = readLearned()
const sets = readRelevanceSets()
const figuresOf = (names: readonly string[]) =>
  measure(
    sets
      .filter(({ name }) => names.includes(name))
      .flatMap((set) => gather(set, set.test, workshop))
      .map((one) => tryOut(one, learned, workshop.lexicon)),
  )

/** A little under what was measured when these were written (RELEVANCE.md): a change that falls below has to be looked at. */
describe('answers to questions that nothing was learned from stay as good as they were', () => {
  it('over the demo federation', () => {
    const { hit1, hit3, answeredRight, falseAnswers, auroc } = figuresOf(['demo'])
    expect(hit1).toBeGreaterThan(0.74)
    expect(hit3).toBeGreaterThan(0.87)
    expect(answeredRight).toBeGreaterThan(0.55)
    expect(falseAnswers).toBeLessThan(0.1)
    expect(auroc).toBeGreaterThan(0.86)
  })

  it('over real sheets of five Comuni', () => {
    const { hit1, hit3, falseAnswers } = figuresOf(['trento', 'benevento', 'lucca', 'ostuni', 'fontenuova'])
    expect(hit1).toBeGreaterThan(0.72)
    expect(hit3).toBeGreaterThan(0.87)
    expect(falseAnswers).toBeLessThan(0.1)
  })

  it('over real phrasings of citizens', () => {
    const { hit1, hit3 } = figuresOf(['unlockpa'])
    expect(hit1).toBeGreaterThan(0.83)
    expect(hit3).toBeGreaterThan(0.9)
  })
})

describe('the questions of the repository', () => {
  it('are more than 600, and no need is asked for both in training and in the test', () => {
    const [demo] = sets
    const texts = (questions: readonly { q: string }[]) => new Set(questions.map(({ q }) => q))
    expect(texts([...(demo?.training ?? []), ...(demo?.test ?? [])]).size).toBeGreaterThan(600)
    for (const { training, test } of sets) {
      const trained = texts(training)
      expect([...texts(test)].filter((q) => trained.has(q))).toEqual([])
    }
  })
})
