// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { startingWorkshop } from '../scope/workshop.js'
import { analyse } from './analyse.js'

const { lexicon } = startingWorkshop()
const italian = (question: string) => analyse(question, 'it', lexicon)

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
    expect(italian(question).words).toEqual([])
  })

  it('a question of ten thousand letters is cut', () => {
    const long = Array.from({ length: 1200 }, (_, index) => `parola${String(index)}`).join(' ')
    expect(italian(long).words.join(' ').length).toBeLessThanOrEqual(questionMaxLength)
    expect(italian('x'.repeat(10_000)).words).toHaveLength(1)
  })

  it.each([
    ['carta didentita', ['carta', 'identita']],
    ['lufficio anagrafe', ['ufficio', 'anagrafe']],
    ['duomo', ['duomo']],
  ])('"%s": a word glued to its article is freed of it, another word is left alone', (question, words) => {
    expect(italian(question).words).toEqual(words)
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
