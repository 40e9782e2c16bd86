// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { evidenceOf, type JudgedQuestion } from './evidence'

const ranked = ['c_a_uno_it', 'c_a_due_it', 'fed_tre_it']
const question = (given: Partial<JudgedQuestion>): JudgedQuestion => ({
  outcome: 'answer',
  ranked,
  first: 0.92,
  three: 0.96,
  opened: null,
  verdict: null,
  wroteOn: null,
  answeredFrom: [],
  ...given,
})
const wroteOn = '2026-11-23T10:00:00.000Z'

test.each<[string, Partial<JudgedQuestion>, boolean[], boolean[]]>([
  ['an answer nobody spoke of tells nothing', {}, [], []],
  ['an answer that helped was right, and of the others nothing is known', { verdict: 'solved' }, [true], []],
  ['an answer that was refused was wrong', { verdict: 'refused' }, [false], []],
  ['an answer after which somebody wrote was wrong, whatever they said', { verdict: 'solved', wroteOn }, [false], []],
  ['an answer that a person had confirmed was no estimate', { verdict: 'refused', first: 1, three: 1 }, [], []],
  ['a choice of which the first helped', { outcome: 'choice', verdict: 'solved', opened: 'uno' }, [true], [true]],
  ['a choice of which another helped', { outcome: 'choice', verdict: 'solved', opened: 'tre' }, [false], [true]],
  ['part of an id is not the text that was opened', { outcome: 'choice', verdict: 'solved', opened: 'it' }, [false], [true]],
  ['a choice that helped, nobody knows which', { outcome: 'choice', verdict: 'solved' }, [], [true]],
  ['a choice in vain', { outcome: 'choice', verdict: 'refused' }, [false], [false]],
  ['a choice by meaning, which nobody estimated', { outcome: 'choice', first: 0, three: 0, verdict: 'refused' }, [], []],
  ['nothing shown, and a person answered without a text', { outcome: 'none', wroteOn }, [], []],
  ['nothing shown, and the first text answered', { outcome: 'none', wroteOn, answeredFrom: ['c_a_uno_it'] }, [true], [true]],
  ['nothing shown, and the third text answered', { outcome: 'none', wroteOn, answeredFrom: ['fed_tre_it'] }, [false], [true]],
  ['nothing shown, and another text answered', { outcome: 'none', wroteOn, answeredFrom: ['c_a_altro_it'] }, [false], [false]],
])('%s', (_statement, given, first, three) => {
  const evidence = evidenceOf(question(given))
  expect([evidence.first.map(({ right }) => right), evidence.three.map(({ right }) => right)]).toEqual([first, three])
})
