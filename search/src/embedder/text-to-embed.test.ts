// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { aFaq, anEnte, aSheet } from '../testing/samples.js'
import { textToEmbed } from './text-to-embed.js'

it('says of a sheet what it is, in whose words, and for whom', () => {
  const sections = { audience: 'Chi ha un **garage**.', costs: '40 €' }
  expect(textToEmbed(aSheet({ documentId: 'p', title: 'Passo carrabile', keywords: ['cancello'], summary: 'Il varco.', sections }))).toBe(
    'Passo carrabile\ncancello\nIl varco.\nChi ha un garage.',
  )
})

it('says of a FAQ how it is asked, and the answer as far as a model reads', () => {
  const faq = aFaq({ documentId: 'f', question: 'Che cos’è?', phrasings: ['Cosa vuol dire?'], answer: 'Una cosa. '.repeat(500) })
  expect(textToEmbed(faq)).toMatch(/^Che cos’è\?\nCosa vuol dire\?\nUna cosa\. /)
  expect(textToEmbed(faq)).toHaveLength(1500)
})

it('says nothing of what answers no question', () => {
  expect(textToEmbed(anEnte({ code: 'c_v001', slug: 'valdombra', name: 'Comune di Valdombra' }))).toBeNull()
})
