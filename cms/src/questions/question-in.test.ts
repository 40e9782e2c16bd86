// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { questionIn } from './question-in'

test.each([
  ['Buongiorno. Ho un cane. Dove lo registro? Grazie', 'Dove lo registro?', 'the sentence that asks'],
  ['Vorrei un loculo.\nGrazie', 'Vorrei un loculo.', 'the first one when none asks'],
  ['vorrei sapere gli orari', 'vorrei sapere gli orari', 'all of it when it is one'],
  ['', '', 'nothing of nothing'],
])('of “%s” it is “%s”: %s', (text, question) => {
  expect(questionIn(text)).toBe(question)
})
