// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { languagesFault, locales, translationLocales } from './locales.js'

it('every language but Italian is one that texts are translated into', () => {
  expect(['it', ...translationLocales]).toEqual(locales)
})

it.each([
  [['it'], null],
  [['de', 'it'], null],
  [['de', 'sl'], 'without-default'],
  [[], 'without-default'],
  [['it', 'xx'], 'unknown'],
  [['it', 5], 'unknown'],
  ['it', 'not-a-list'],
  [null, 'not-a-list'],
] as const)('an Ente that says it speaks %j: %s', (languages, fault) => {
  expect(languagesFault(languages)).toBe(fault)
})
