// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { namedIn, officeIn } from './named-in.js'
import { anOffice, aPlace } from './testing/samples.js'

const german = { locale: 'de', name: 'Meldeamt', summary: '' } as const
const office = anOffice({
  documentId: 'o',
  name: 'Anagrafe',
  summary: 'Certificati.',
  translations: [german, { locale: 'sl', name: 'Matični urad', summary: 'Potrdila.' }],
  places: [aPlace({ documentId: 'p', name: 'Municipio', translations: [{ locale: 'sl', name: 'Občinska hiša', summary: '' }] })],
})

it.each([
  ['de', 'Meldeamt', 'de', 'Certificati.', 'it', 'Municipio', 'it'],
  ['sl', 'Matični urad', 'sl', 'Potrdila.', 'sl', 'Občinska hiša', 'sl'],
  ['fr', 'Anagrafe', 'it', 'Certificati.', 'it', 'Municipio', 'it'],
  ['it', 'Anagrafe', 'it', 'Certificati.', 'it', 'Municipio', 'it'],
] as const)('for a reader of %s each part has its own language', (locale, name, nameLocale, summary, summaryLocale, place, placeLocale) => {
  expect(officeIn(office, locale)).toMatchObject({
    name,
    nameLocale,
    summary,
    summaryLocale,
    places: [{ name: place, nameLocale: placeLocale }],
  })
})

it('a term without a name in the language keeps its Italian one', () => {
  const term = {
    code: 'c',
    slug: 's',
    name: 'Acqua',
    nameLocale: 'it' as const,
    translations: [{ locale: 'de' as const, name: 'Wasser', summary: '' }],
  }
  expect(namedIn(term, 'de').name).toBe('Wasser')
  expect(namedIn(term, 'fr')).toMatchObject({ name: 'Acqua', nameLocale: 'it' })
})
