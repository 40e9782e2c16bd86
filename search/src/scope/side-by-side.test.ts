// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { numberOf } from '../analysis/number-of.js'
import { stemsOf } from '../analysis/stems-of.js'
import { toQuestionDocument } from '../documents/question-document.js'
import { aFaq, aSheet, portolieto, valdombra } from '../testing/samples.js'
import { createScope } from './scope.js'
import { createShelf } from './shelf.js'
import { startingWorkshop } from './workshop.js'

const workshop = startingWorkshop()
const shelfOf = (...sources: Parameters<typeof toQuestionDocument>[0][]) =>
  createShelf(
    workshop,
    sources.flatMap((source) => toQuestionDocument(source) ?? []),
  )
const own = shelfOf(
  aSheet({ documentId: 'bulky', title: 'Ritiro dei rifiuti ingombranti', summary: 'Il carro verde passa il lunedì.' }),
  aFaq({ documentId: 'oil', question: 'Dove si butta l’olio?', answer: `${'Altro testo. '.repeat(80)} Il carro rosso passa il martedì.` }),
)
const shared = shelfOf(
  aSheet({ documentId: 'shared', enteCode: null, title: 'Casa dell’acqua', summary: 'Acqua frizzante.', givesWayTo: [portolieto] }),
)
const isSaid = (text: string, ente = valdombra): boolean =>
  createScope(ente, own, shared).isWrittenTogether(stemsOf(text, 'it').map(numberOf))

describe('an expression stands in a text', () => {
  it.each([
    ['when its words stand side by side', 'carro verde', true],
    ['over what says nothing between them', 'ritiro dei rifiuti', true],
    ['however many they are', 'ritiro dei rifiuti ingombranti', true],
    ['far down in it', 'carro rosso', true],
    ['of the federation', 'casa dell’acqua', true],
    ['as one word', 'frizzante', true],
    ['not when they stand apart', 'ritiro ingombranti', false],
    ['not the other way round', 'verde carro', false],
    ['not when one stands in another text', 'carro ingombranti', false],
    ['not from one field to the next', 'ingombranti carro', false],
    ['not when nobody says a word of it', 'carro ecomobile', false],
  ])('%s', (_name, text, wanted) => {
    expect(isSaid(text)).toBe(wanted)
  })
  it('but not where that text gives way', () => {
    expect([isSaid('casa dell’acqua', portolieto), isSaid('acqua', portolieto)]).toEqual([false, false])
  })
})
