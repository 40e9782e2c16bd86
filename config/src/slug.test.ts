// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { toSlug } from './slug.js'

test.each([
  ['Carta d’identità elettronica', 'carta-d-identita-elettronica'],
  ['  TARI – tassa sui rifiuti ', 'tari-tassa-sui-rifiuti'],
  ['Übersiedlung', 'ubersiedlung'],
  ['🙂', ''],
])('«%s» becomes the address %s', (text, slug) => {
  expect(toSlug(text)).toBe(slug)
})
