// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.js'
import { toDocuments } from '../documents/to-documents.js'
import type { QuestionDocument } from '../documents/question-document.js'
import type { IndexSource } from '../model.js'
import { aFaq, aSheet } from '../testing/samples.js'
import type { Candidates } from './candidates.js'
import { decide } from './decide.js'
import { rank } from './rank.js'
import { chooseSection } from './section.js'

const others = Array.from({ length: 30 }, (_, index) =>
  aSheet({ documentId: `altro${String(index)}`, title: `Servizio numero ${String(index)}` }),
)
const card = aSheet({
  documentId: 'carta',
  title: 'Carta d’identità elettronica',
  sections: {
    howTo: 'Prenota un appuntamento.',
    needed: 'Una fototessera.',
    costs: '22,21 euro.',
    times: 'Sei giorni. La carta del minore vale tre anni.',
  },
})
const library = aFaq({
  documentId: 'biblio',
  question: 'Quando apre la biblioteca?',
  phrasings: ['orari biblioteca'],
  answer: 'Dalle 9 alle 18.',
})
const nursery = aSheet({ documentId: 'nido', title: 'Iscrizione all’asilo nido', sections: { costs: 'Dipende dall’ISEE.' } })

/** What the engine would count, over these few documents. */
const askAmong = (sources: readonly IndexSource[], q: string) => {
  const documents = sources
    .map((source) => toDocuments(source).question)
    .filter((document): document is QuestionDocument => document !== null)
  const holds = (document: QuestionDocument, stems: readonly string[]) =>
    Object.values(document).some((value) => typeof value === 'string' && ` ${value} `.includes(` ${stems.join(' ')} `))
  const analysis = analyse(q, 'it')
  const candidates: Candidates = {
    documents,
    totals: { it: documents.length },
    concepts: analysis.concepts.map((concept) => ({
      ...concept,
      similar: 0,
      terms: concept.terms.map((term) => ({ ...term, documents: documents.filter((document) => holds(document, term.stems)).length })),
    })),
  }
  const ranking = rank(analysis, candidates)
  return { analysis, ranking, decision: decide(ranking) }
}
const ask = (q: string) => askAmong([card, library, nursery, ...others], q)

describe('decision', () => {
  it.each([
    ['quanto costa la carta d’identità', 'Carta d’identità elettronica'],
    ['orari biblioteca', 'Quando apre la biblioteca?'],
    ['iscrizione asilo nido', 'Iscrizione all’asilo nido'],
    ['come si fa la cie', 'Carta d’identità elettronica'],
  ])('"%s" is answered with "%s"', (q, title) => {
    const { decision } = ask(q)
    expect(decision.outcome).not.toBe('none')
    expect(decision.items[0]?.ranked.document.title).toBe(title)
  })

  it.each(['qual è la capitale dell’Australia', 'ricetta della carbonara', 'quanto costa', 'buongiorno', 'asdf qwerty', ''])(
    '"%s" is answered with an honest none',
    (q) => {
      expect(ask(q).decision).toEqual({ outcome: 'none', items: [] })
    },
  )

  it('a probability is between 0 and 1 and the first item has the highest score', () => {
    const { decision } = ask('carta d’identità')
    for (const { probability } of decision.items) {
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThanOrEqual(1)
    }
  })

  it('of two texts that answer equally, both are offered', () => {
    const twin = { ...card, documentId: 'carta2', slug: 'carta2' }
    expect(askAmong([card, twin, ...others], 'carta d’identità').decision).toMatchObject({ outcome: 'choice' })
  })

  it('an Ente’s own text stands before the federation’s', () => {
    const federation = { ...card, documentId: 'modello', slug: 'modello', enteCode: null }
    expect(askAmong([federation, card, ...others], 'carta d’identità').ranking.ranked[0]?.document.documentId).toBe('carta')
  })

  it('a document in two languages is shown once', () => {
    const english = { ...card, locale: 'en' as const, title: 'Electronic identity card' }
    const ids = askAmong([card, english, ...others], 'carta d’identità').ranking.ranked.map(({ document }) => document.id)
    expect(ids.filter((id) => id.includes('_carta_'))).toEqual(['c_v001_carta_it'])
  })
})

describe('section', () => {
  it.each([
    ['quanto costa la carta d’identità', 'costs'],
    ['cosa serve per la carta d’identità', 'needed'],
    ['entro quando arriva la carta d’identità', 'times'],
    ['come faccio la carta d’identità', 'howTo'],
    ['carta d’identità', 'howTo'],
    ['carta d’identità del minore', 'times'],
    ['carta d’identità con fototessera', 'needed'],
    // No section says where: the usual one.
    ['dove faccio la carta d’identità', 'howTo'],
  ])('"%s" is answered by the section %s', (q, key) => {
    const { analysis, ranking } = ask(q)
    const [first] = ranking.ranked
    expect(first && chooseSection(analysis.intents, first)?.key).toBe(key)
  })

  it('a sheet without sections has none to answer with', () => {
    const { ranking } = askAmong([aSheet({ documentId: 'vuota', title: 'Carta d’identità' })], 'carta d’identità')
    expect(ranking.ranked[0] && chooseSection([], ranking.ranked[0])).toBeNull()
  })
})
