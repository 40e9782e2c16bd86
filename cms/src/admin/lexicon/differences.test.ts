// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { differencesOf } from './differences'

const before = {
  says: ['ecomobile'],
  means: 'rifiuti ingombranti',
  reason: 'Dal furgone.',
  language: 'it' as const,
  origin: 'a-mano' as const,
  active: true,
}

test('a change is told by what differs, in the words of the form', () => {
  expect(differencesOf(before, { ...before, says: ['ecomobile', 'eco mobile'], origin: 'richiesta', active: false })).toEqual([
    { label: 'I cittadini dicono', was: 'ecomobile', is: 'ecomobile, eco mobile' },
    { label: 'Da dove viene', was: 'Scritta a mano', is: 'Richiesta allo sportello' },
    { label: 'Attiva', was: 'sì', is: 'no' },
  ])
})

test('an entry saved as it was has no difference', () => {
  expect(differencesOf(before, { ...before })).toEqual([])
})
