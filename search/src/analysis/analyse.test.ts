// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.js'
import type { Concept } from './concepts.js'

const italian = (question: string) => analyse(question, 'it')
const ways = (concept: Concept | undefined): string[] => (concept?.terms ?? []).map(({ stems }) => stems.join(' '))
const allWays = (question: string): string[] => italian(question).concepts.flatMap(ways)

describe('words of a question', () => {
  it('a question with a typographic apostrophe finds the same words as with a straight one', () => {
    const straight = italian("quanto costa la carta d'identità")
    for (const apostrophe of ['’', '‘', 'ʼ', '´', '`', '′']) {
      expect(italian(`quanto costa la carta d${apostrophe}identità`)).toEqual(straight)
    }
  })

  it.each([
    ["l'imu dell'anno", ['imu', 'anno']],
    ['LA CARTA D’IDENTITÀ', ['carta', 'identita']],
    ['perché, però: è così?', []],
    ['la c.i.e. di mio figlio', ['cie', 'figlio']],
    ['buongiorno, vorrei sapere gentilmente gli orari. Grazie', ['orari']],
    ['registrazione del paese', ['registrazione', 'paese']],
    ['modello 730', ['modello', '730']],
  ])('%s says %j', (question, words) => {
    expect(italian(question).words).toEqual(words)
  })

  it.each(['', '   ', '???', '!', 'a', '😀😀', '\u0000', '’', '"', 'l’', '\ud800'])('%j speaks of nothing', (question) => {
    expect(italian(question).concepts).toEqual([])
  })

  it('a question of ten thousand letters is cut and reduced to eight concepts', () => {
    const long = Array.from({ length: 1200 }, (_, index) => `parola${String(index)}`).join(' ')
    expect(italian(long).concepts).toHaveLength(8)
    expect(italian('x'.repeat(10_000)).concepts).toHaveLength(1)
  })

  it('in a long question the words the lexicon knows are kept before the others', () => {
    const rambling = `${Array.from({ length: 20 }, (_, index) => `qwerty${String(index)}`).join(' ')} monnezza`
    expect(italian(rambling).concepts.map(({ words }) => words)).toContain('monnezza')
  })
})

describe('what citizens call things', () => {
  it.each([
    ['dove butto la monnezza', 'rifiut'],
    ['iscrizione asilo', 'nid'],
    ['ci vogliamo sposare', 'matrimon'],
    ['ho cambiato casa', 'resident'],
    ['la tassa sui rifiuti', 'tar'],
    ['ho preso una multa', 'sanzion'],
    ['carta d’identità elettronica', 'cie'],
  ])('"%s" also looks for "%s"', (question, way) => {
    expect(allWays(question)).toContain(way)
  })

  it('a word glued to its article is looked for without it too', () => {
    expect(allWays('didentita')).toContain('ident')
  })

  it('words that only ask weigh less than what they ask about', () => {
    const [cost, card] = italian('costo carta identità').concepts
    expect(cost?.weight).toBeLessThan(card?.weight ?? 0)
  })
})

describe('languages', () => {
  it.each([
    ['How much is the waste tax?', 'en'],
    ['Was kostet der Personalausweis?', 'de'],
    ['Koliko stane osebna izkaznica?', 'sl'],
    ['Kje lahko prijavim psa?', 'sl'],
    ['Combien coûte la carte d’identité ?', 'fr'],
    ['Où puis-je inscrire mon enfant à la crèche ?', 'fr'],
    ['quanto costa la carta d’identità', 'it'],
    ['dove posso iscrivere mio figlio al nido', 'it'],
    ['si può pagare la tari a rate', 'it'],
    ['se perdo la carta che devo fare', 'it'],
    ['tari', 'it'],
  ] as const)('"%s" is recognised as %s on an Italian page', (question, language) => {
    expect(italian(question).language).toBe(language)
  })

  it('a question in English finds Italian texts', () => {
    expect(allWays('How much is the waste tax?')).toContain('tar')
    expect(allWays('where can I register a dog')).toContain('can')
  })

  it('a question in German finds Italian texts', () => {
    expect(allWays('Was kostet der Personalausweis?')).toContain('cart ident')
  })

  it('a question in Slovenian finds Italian texts, whatever the case of the noun', () => {
    for (const question of ['Koliko stane osebna izkaznica?', 'Kako dobim osebno izkaznico?', 'Rok za podaljšanje osebne izkaznice'])
      expect(allWays(question)).toContain('cart ident')
    expect(allWays('davek na odpadke')).toContain('tar')
    expect(allWays('Kdaj plačam davke?')).toContain('tribut')
  })

  it('a question in French finds Italian texts', () => {
    expect(allWays('Combien coûte la carte d’identité ?')).toContain('cart ident')
    expect(allWays('Comment inscrire mon fils à la crèche ?')).toContain('nid')
  })
})

describe('what a question wants to know', () => {
  it.each([
    ['quanto costa la carta d’identità', 'cost'],
    ['è gratis?', 'cost'],
    ['quando scade la tari', 'when'],
    ['entro quando devo pagare', 'when'],
    ['quanto tempo ci vuole', 'when'],
    ['dove si trova l’anagrafe', 'where'],
    ['orari biblioteca', 'where'],
    ['numero di telefono', 'where'],
    ['cosa serve per sposarsi', 'needed'],
    ['quali documenti devo portare', 'needed'],
    ['chi può chiedere il bonus', 'who'],
    ['come faccio a cambiare residenza', 'how'],
    ['Koliko stane osebna izkaznica?', 'cost'],
    ['Kje je knjižnica?', 'where'],
    ['Combien coûte la cantine ?', 'cost'],
    ['Quels documents faut-il pour la carte d’identité ?', 'needed'],
  ])('"%s" wants %s', (question, intent) => {
    expect(italian(question).intents[0]).toBe(intent)
  })

  it('a question that names only a thing wants nothing in particular', () => {
    expect(italian('carta d’identità').intents).toEqual([])
  })
})
