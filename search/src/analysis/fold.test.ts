// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { fold } from './fold.js'

it.each([
  ['plain letters become small', 'Carta DI identita 2', 'carta di identita 2'],
  ['accents go, wherever they stand', 'PERCHÉ la città è così', 'perche la citta e cosi'],
  ['also when they follow their letter', 'perche\u0301', 'perche'],
  ['apostrophes are one', 'l’IMU, l´IMU, l`IMU', "l'imu, l'imu, l'imu"],
  ['blanks of every kind are one', '  a \t\n b\u00a0 c\u0000', 'a b c'],
  ['one sign that stands for several becomes them', 'Straße №…', 'strasse no...'],
  ['letters of other languages stay', 'Škofja đ œ', 'skofja đ œ'],
])('%s', (_name, text, folded) => {
  expect(fold(text)).toBe(folded)
})
