// SPDX-License-Identifier: AGPL-3.0-or-later
import { DomainError, questionMaxLength } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { answerRequest, cleanQuestion, toFaultAnswer } from './answers-api.js'
import type { Knowledge } from './knowledge.js'

// Neither is reached by what is refused before.
const doors = { knowledge: {} as Knowledge, questions: { add: () => undefined }, enteBySlug: () => Promise.resolve(null) }

const refusalOf = async (query: Record<string, string>) => {
  const error: unknown = await answerRequest(doors, query).catch((thrown: unknown) => thrown)
  return toFaultAnswer(error)
}

describe('GET /api/answers refuses', () => {
  it.each([
    ['an Ente nobody knows', { ente: 'ignoto', q: 'ciao' }, 404, 'unknown-ente'],
    ['a language it does not speak', { ente: 'x', q: 'ciao', locale: 'xx' }, 400, 'invalid-input'],
    ['no question', { ente: 'x' }, 400, 'invalid-input'],
    ['an empty question', { ente: 'x', q: '  \u0000 ' }, 400, 'invalid-input'],
    ['no Ente', { q: 'ciao' }, 400, 'invalid-input'],
  ])('%s', async (_name, query: Record<string, string>, status, code) => {
    const fault = await refusalOf(query)
    expect([fault.status, fault.body.error.code]).toEqual([status, code])
  })
  it('and says nothing of our own mistakes', () => {
    expect(toFaultAnswer(new Error('secret')).body).toEqual({
      error: { code: 'internal', message: 'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.' },
    })
    expect(toFaultAnswer(new DomainError('unavailable')).status).toBe(503)
  })
})

describe('a refusal', () => {
  it.each([
    [undefined, 'Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.'],
    ['de', 'Sie haben in kurzer Zeit viele Fragen gestellt. Warten Sie eine Minute und versuchen Sie es erneut.'],
    ['tlh', 'Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.'],
  ])('says why in the language of the question (%s)', (lang, sentence) => {
    const { status, body } = toFaultAnswer(new DomainError('too-many-attempts', { retryAfterS: 7 }), lang)
    expect([status, body]).toEqual([429, { error: { code: 'too-many-attempts', message: sentence, retryAfterS: 7 } }])
  })
})

describe('a question', () => {
  it.each([
    ['without control characters', 'a\u0000b\nc', 'a b c'],
    ['without half characters', 'a\ud800b', 'a b'],
    ['with its emoji', '🐶 cane', '🐶 cane'],
    ['cut at what a person reads', 'a'.repeat(9000), 'a'.repeat(questionMaxLength)],
  ])('%s', (_name, given, wanted) => {
    expect(cleanQuestion(given)).toBe(wanted)
  })
})
