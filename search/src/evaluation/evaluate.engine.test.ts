// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../answer/answerer.js'
import { readCorpus } from './corpus.js'
import { evaluate } from './evaluate.js'
import { measure } from './measures.js'
import { readQuestions } from './questions.js'
import { withThrowAwayEngine } from './throw-away-engine.js'

const corpus = readCorpus({
  sheets: [
    { id: 'nido', ente: 'c_v001', title: 'Iscrizione all’asilo nido', howTo: 'Compila la domanda online.', costs: 'Secondo l’ISEE.' },
    { id: 'nido altrui', ente: 'c_p001', title: 'Asilo nido comunale', howTo: 'Vieni allo sportello.' },
    { id: 'bozza', ente: 'c_v001', title: 'Passo carrabile', howTo: 'Chiedi all’ufficio tecnico.', status: 'draft' },
  ].map((row) => ({ status: 'published', locale: 'it', ...row })),
  faqs: [{ id: '7/a', question: 'Dove si butta l’olio usato?', answer: 'Al centro di raccolta.', locale: 'it', status: 'published' }],
})

describe('evaluation', () => {
  it('asks the product in a throw-away engine and judges it by the ids of the file', async () => {
    const questions = readQuestions([
      { q: 'quanto costa il nido', ente: 'c_v001', expected: ['nido'] },
      { q: 'dove butto l’olio usato', ente: 'c_p001', kind: 'federation', expected: ['7/a'] },
      { q: 'passo carrabile', ente: 'c_v001', expected: [] },
    ])
    const asked = await withThrowAwayEngine(corpus.sources, (client) => evaluate(createAnswerer(client), corpus, questions))
    expect(asked.map(({ ranked }) => ranked[0])).toEqual(['nido', '7/a', expect.anything()])
    const ofOthers = ['nido altrui', 'bozza']
    expect(
      asked.flatMap(({ question, ranked }) => (question.ente === 'c_v001' ? ranked : [])).filter((id) => ofOthers.includes(id)),
    ).toEqual([])
    expect(measure(asked.map(({ trial }) => trial))).toMatchObject({ n: 3, answerable: 2, hit1: 1, falseAnswers: 0 })
  })

  it('a corpus that is not in the import template is refused with what is wrong', () => {
    expect(() => readCorpus({ sheets: [{ ente: 'c_v001' }] })).toThrow(/title/)
    expect(() => readQuestions([{ q: 'ciao', expected: [] }])).toThrow(/ente/)
  })
})
