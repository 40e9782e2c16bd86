// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { aFaq, aLexiconEntry, anEnte, anOffice, aSheet, valdombra } from '../testing/samples.js'
import { renderMarkdown } from './markdown.js'
import { toPageDocument } from './page-document.js'
import { toQuestionDocument } from './question-document.js'
import { toDocuments } from './to-documents.js'

describe('ids', () => {
  it.each([
    [valdombra, 'it', 'c_v001_abc_it'],
    [null, 'de', 'fed_abc_de'],
    ['c/1 x', 'it', 'c-1-x_abc_it'],
  ] as const)('the text of %s in %s is %s', (enteCode, locale, id) => {
    const { page, question } = toDocuments(aSheet({ documentId: 'abc', title: 'Titolo', enteCode, locale }))
    expect(page?.id).toBe(id)
    expect(question?.id).toBe(id)
  })
})

describe('pages', () => {
  it('sections stand in the order of the Modello Comuni and only when they have a text', () => {
    const page = toPageDocument(aSheet({ documentId: 'a', title: 'T', sections: { costs: '10 €', audience: 'Tutti', times: '  ' } }))
    expect(page.kind === 'sheet' && page.sections.map(({ key, heading, text }) => [key, heading, text])).toEqual([
      ['audience', 'A chi è rivolto', 'Tutti'],
      ['costs', 'Costi', '10 €'],
    ])
  })

  it('headings are in the language of the text', () => {
    const page = toPageDocument(aSheet({ documentId: 'a', title: 'T', locale: 'de', sections: { costs: '10 €' } }))
    expect(page.kind === 'sheet' && page.sections[0]?.heading).toBe('Kosten')
  })

  it('an Ente belongs to itself', () => {
    const { page, question } = toDocuments(anEnte({ code: valdombra, slug: 'valdombra', name: 'Comune di Valdombra' }))
    expect(page).toMatchObject({ kind: 'ente', scope: valdombra, enteKind: 'Comune', locale: 'it' })
    expect(question).toBeNull()
  })

  it('the offices of a sheet come without their duties', () => {
    const office = anOffice({ documentId: 'o', name: 'Anagrafe', duties: 'molte' })
    const page = toPageDocument(aSheet({ documentId: 'a', title: 'T', offices: [office] }))
    expect(page.kind === 'sheet' && page.offices[0]).not.toHaveProperty('duties')
  })
})

describe('questions', () => {
  it('a sheet is indexed as stems, section by section', () => {
    const question = toQuestionDocument(
      aSheet({ documentId: 'a', title: 'Iscrizione all’asilo nido', keywords: ['nidi'], sections: { costs: 'La retta è di 300 euro' } }),
    )
    expect(question).toMatchObject({ sTitle: 'iscrizion asil nid', sKeywords: 'nid', sCosts: 'rett 300 eur' })
  })

  it('the other phrasings of a FAQ stay apart', () => {
    const question = toQuestionDocument(
      aFaq({ documentId: 'f', question: 'Quando apre la biblioteca?', phrasings: ['orari biblioteca', 'apertura'] }),
    )
    expect(question?.sPhrasings).toEqual(['orar bibliotec', 'apertur'])
  })

  it('who to turn to is answered from the offices when the section is empty', () => {
    const office = anOffice({
      documentId: 'o',
      name: 'Ufficio Anagrafe',
      hours: [{ day: 'mon', opens: '09:00', closes: '12:00' }],
      contactPoints: [
        {
          documentId: 'c',
          enteCode: valdombra,
          name: 'Anagrafe',
          entries: [{ type: 'phone', value: '0123 456', label: '' }],
          hoursNote: '',
          updatedAt: '',
        },
      ],
    })
    const question = toQuestionDocument(aSheet({ documentId: 'a', title: 'T', offices: [office] }))
    expect(question?.sections).toEqual([
      { key: 'contacts', heading: 'Contatti', text: 'Ufficio Anagrafe\nOrari: lunedì 09:00-12:00\ntelefono: 0123 456' },
    ])
  })
})

describe('Markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
  ])('%s is shown as text', (source, shown) => {
    expect(renderMarkdown(source).html).toContain(shown)
    expect(renderMarkdown(source).html).not.toMatch(/<(script|img)/)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'java&#115;cript:x',
    'ftp://x',
    'blob:x',
  ])('a link to %s is no link', (address) => {
    expect(renderMarkdown(`[qui](<${address}>)`).html).not.toContain('<a ')
  })

  it.each([
    'https://example.it/a?b=c',
    'http://example.it',
    'mailto:a@example.it',
    'tel:+39012345',
    '/servizi/imu',
    '#costi',
    '../altro',
    'pagina',
  ])('a link to %s is a link', (address) => {
    expect(renderMarkdown(`[qui](${address})`).html).toContain(`<a href="${address}" rel="noopener">`)
  })

  it('addresses in a sentence become links, and file names do not', () => {
    const { html } = renderMarkdown('Scrivi a info@example.it o vai su https://example.it, vedi modulo.pdf e comune.it')
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  it('read aloud, a list is a line for each item', () => {
    expect(renderMarkdown('Porta:\n\n- la **foto**\n- il [modulo](/m)\n\nfine').text).toBe('Porta:\n- la foto\n- il modulo\nfine')
  })

  it('pictures leave only their description', () => {
    const { html, text } = renderMarkdown('![Stemma](https://tracker.example/x.png)')
    expect(html).toBe('<p>Stemma</p>\n')
    expect(text).toBe('Stemma')
  })
})

describe('an Ente’s own words', () => {
  it('stand beside its texts in the index of questions, and have no page', () => {
    expect(toDocuments(aLexiconEntry({ documentId: 'e', says: ['ecomobile'], means: 'rifiuti ingombranti' }))).toEqual({
      page: null,
      question: {
        id: 'c_v001_e_it',
        documentId: 'e',
        scope: valdombra,
        kind: 'lexicon-entry',
        locale: 'it',
        says: ['ecomobile'],
        means: 'rifiuti ingombranti',
        updatedAt: '2026-11-01T08:00:00.000Z',
      },
    })
  })
})
