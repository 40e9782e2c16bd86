// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { isAnsweredBy } from './is-answered-by'

const asked = { ranked: ['a', 'b'], askedOn: '2026-11-01T10:00:00.000Z', judgedOn: null, wroteOn: null }
const inVain = { ...asked, outcome: 'none' } as const
const refused = { ...asked, outcome: 'answer', judgedOn: '2026-11-01T10:05:00.000Z' } as const
const now = (outcome: 'answer' | 'choice' | 'none', id = 'a', updatedAt = '2026-10-01T00:00:00.000Z') => ({
  outcome,
  items: outcome === 'none' ? [] : [{ id, updatedAt }],
})

test.each([
  ['what found nothing and finds nothing is open', inVain, now('none'), false],
  ['what found nothing and finds an answer is closed', inVain, now('answer'), true],
  ['what found nothing and finds a choice is closed', inVain, now('choice'), true],
  ['what was refused and finds the same text is open', refused, now('answer'), false],
  ['what was refused and finds the text as it was changed since is closed', refused, now('answer', 'a', '2026-11-02T00:00:00.000Z'), true],
  ['what was refused and finds another text is closed', refused, now('answer', 'c'), true],
  ['what was refused and finds a text that was held back then is closed', refused, now('answer', 'b'), true],
  ['what could not be asked again is open', inVain, null, false],
])('%s', (_statement, failed, answer, answered) => {
  expect(isAnsweredBy(failed, answer)).toBe(answered)
})
