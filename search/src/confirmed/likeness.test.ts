// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.js'
import { understand } from '../answer/understand.js'
import { toQuestionDocument } from '../documents/question-document.js'
import { createScope } from '../scope/scope.js'
import { createShelf } from '../scope/shelf.js'
import { startingWorkshop } from '../scope/workshop.js'
import { aFaq, aSheet, valdombra } from '../testing/samples.js'
import { likeness, nearDuplicate } from './likeness.js'
import { toWording } from './to-wording.js'

const workshop = startingWorkshop()
const texts = [
  aSheet({
    documentId: 'bulky',
    title: 'Ritiro dei rifiuti ingombranti',
    summary: 'Mobili, materassi ed elettrodomestici, anche in via Roma.',
  }),
  aSheet({ documentId: 'residence', title: 'Cambio di residenza', summary: 'Per chi arriva da un altro comune o dall’estero.' }),
  aSheet({
    documentId: 'parking',
    title: 'Permesso di sosta per residenti',
    summary: 'Per la prima e la seconda auto, dentro e fuori le mura.',
  }),
  aSheet({ documentId: 'school', title: 'Iscrizione alla mensa scolastica', summary: 'Scuola primaria e secondaria.' }),
  aFaq({ documentId: 'faq', question: 'Quanto costa la carta d’identità?', answer: 'Costa 22 euro.' }),
].map((source) => {
  const document = toQuestionDocument(source)
  if (document === null) throw new Error('no text')
  return document
})
const scope = createScope(valdombra, createShelf(workshop, texts), createShelf(workshop, []))
const heard = (q: string, locale: Locale = 'it') => analyse(q, locale, workshop.lexicon)

const isTaken = (question: string, confirmed: string, locale?: Locale): boolean => {
  const asked = understand(heard(question, locale), scope, workshop)
  const written = asked.sequence.map((place) => asked.concepts[place]?.forms[0] ?? '')
  const like = likeness(toWording(asked, scope, workshop.lexicon, written), toWording(heard(confirmed, locale), scope, workshop.lexicon))
  return like >= nearDuplicate
}

describe('a question is nearly the same', () => {
  it.each([
    ['in another order', 'gli ingombranti, quando li ritirano?', 'quando ritirano gli ingombranti?'],
    ['in other forms of its words', 'il ritiro di un rifiuto ingombrante', 'ritiri dei rifiuti ingombranti'],
    ['with other small words', 'come si fa per cambiare la residenza', 'cambiare residenza'],
    ['with courtesies', 'Buongiorno, vorrei sapere per favore come cambiare residenza. Grazie', 'come cambiare residenza'],
    ['with an error of typing', 'cambio di residneza dall’estero', 'cambio di residenza dall’estero'],
    ['with two', 'ritirro dei rifiuti ingobranti', 'ritiro dei rifiuti ingombranti'],
    ['when it was remembered with one', 'iscrizione alla mensa scolastica', 'iscrizione alla mensa scolstica'],
    ['with a word more that only asks', 'orari apertura mensa scolastica', 'orari mensa scolastica'],
    ['without accents and capitals', 'CARTA D IDENTITA SMARRITA', 'carta d’identità smarrita'],
  ])('%s', (_how, question, confirmed) => {
    expect(isTaken(question, confirmed)).toBe(true)
    expect(isTaken(confirmed, question)).toBe(true)
  })

  it('in every language, in its own words', () => {
    expect(isTaken('how do I change my residence from abroad?', 'changing residence from abroad', 'en')).toBe(true)
    expect(isTaken('Wie kann ich den Wohnsitz ummelden?', 'Wohnsitz ummelden', 'de')).toBe(true)
  })
})

describe('it is another question', () => {
  it.each([
    ['with a negation', 'non pago la mensa scolastica', 'pago la mensa scolastica'],
    ['with another number', 'permesso di sosta per 2 auto', 'permesso di sosta per 3 auto'],
    ['with a number more', 'iscrizione mensa scolastica 2027', 'iscrizione mensa scolastica'],
    ['of another year', 'iscrizione mensa scolastica 2026', 'iscrizione mensa scolastica 2027'],
    ['of the second', 'permesso di sosta per la seconda auto', 'permesso di sosta per la prima auto'],
    ['from outside', 'permesso di sosta fuori le mura', 'permesso di sosta dentro le mura'],
    ['of before', 'permesso di sosta prima del trasloco', 'permesso di sosta dopo il trasloco'],
    ['without what is named', 'cambio di residenza senza contratto', 'cambio di residenza con contratto'],
    ['of another street', 'ritiro ingombranti in via Manzoni', 'ritiro ingombranti in via Marzoni'],
    ['of a street', 'ritiro ingombranti in via Manzoni', 'ritiro ingombranti'],
    ['of another school', 'mensa scuola primaria', 'mensa scuola secondaria'],
    ['of another person', 'permesso di sosta per mio marito', 'permesso di sosta per mia moglie'],
    ['that wants to know when', 'quando si iscrive alla mensa scolastica', 'quanto costa iscriversi alla mensa scolastica'],
    ['that wants to know where', 'dove si paga la mensa scolastica', 'quando si paga la mensa scolastica'],
    ['that sells', 'vendere casa ed elettrodomestici usati in mercatino', 'comprare casa ed elettrodomestici usati in mercatino'],
    ['of one word', 'ingombranti', 'ingombranti'],
    ['with a known word that looks like it', 'cambio di presidenza', 'cambio di residenza'],
    ['with another that does', 'esenzione della concessione', 'estinzione della concessione'],
  ])('%s', (_how, question, confirmed) => {
    expect(isTaken(question, confirmed)).toBe(false)
    expect(isTaken(confirmed, question)).toBe(false)
  })

  it('in another language', () => {
    const asked = toWording(heard('residenza permesso', 'en'), scope, workshop.lexicon)
    const kept = toWording(heard('residenza permesso', 'it'), scope, workshop.lexicon)
    expect(asked.language === kept.language ? 'the same language' : likeness(asked, kept)).not.toBe(1)
    expect(likeness({ ...kept, language: 'en' }, kept)).toBe(0)
  })
})
