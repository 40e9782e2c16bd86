// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { hasWrongEncoding, isNothing, isPlaceholder } from './suspicious-text'

describe('texts still to be written', () => {
  it.each([
    'Lorem ipsum dolor sit amet, consectetur',
    'Elenco delle cose necessarie per attivare il Servizio. (Documenti necessari, o altro)',
    'xxx',
    'XXXXX.',
    'TODO',
    'TODO: chiedere all’ufficio',
    'in aggiornamento',
    '**In fase di aggiornamento**…',
    '........................',
    'Inserire testo qui',
    'Informazione non disponibile',
    'sdds',
    'dfdfdfdfdf',
  ])('%s', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  it.each([
    'Il sito è in aggiornamento ogni notte alle 3.',
    'Prova d’esame per l’autista di scuolabus',
    'Nessun costo',
    'La domanda va compilata entro il 30 giugno',
    'XXX edizione della fiera',
    'SPID',
    'CNS',
    'PDF',
  ])('%s is a text', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })

  it('a dash says that there is nothing to say', () => {
    expect(['-', '–', ' . ', '...', ''].every(isNothing)).toBe(true)
  })
})

describe('characters read in the wrong encoding', () => {
  it.each(['CittÃ  di Trento', 'la pratica Ã¨ gratuita', 'lâ€™ufficio', 'citt\ufffd', '20Â°'])('%s', (text) => {
    expect(hasWrongEncoding(text)).toBe(true)
  })
  it.each(['Città è già così', 'São Paulo, Ångström', 'L’ufficio «Tributi» – 20°', 'naïve Â'])('%s is right', (text) => {
    expect(hasWrongEncoding(text)).toBe(false)
  })
})
