// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { provinceCode, provinceOfIstat } from './provinces.js'

it.each([
  ['TN', 'TN'],
  ['tn', 'TN'],
  ['Trento', 'TN'],
  ['FORLI’-CESENA', 'FC'],
  ['Reggio nell’Emilia', 'RE'],
  ['Reggio di Calabria', 'RC'],
  ['L’Aquila', 'AQ'],
  ['Bolzano/Bozen', 'BZ'],
  ['Terra di Mezzo', undefined],
])('the Provincia %s has the letters %s', (name, code) => {
  expect(provinceCode(name)).toBe(code)
})

it('a Comune lies in the Provincia that its ISTAT code begins with', () => {
  expect(['022205', '058091', '111009', '999001'].map(provinceOfIstat)).toEqual(['TN', 'RM', 'SU', undefined])
})
