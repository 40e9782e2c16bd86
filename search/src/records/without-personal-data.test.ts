// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { withoutPersonalData } from './without-personal-data.js'

const known = new Set(['carta', 'identita', 'comune', 'agenzia', 'entrate', 'polizia', 'locale', 'anagrafe', 'buongiorno'])
const cleaned = (question: string): string => withoutPersonalData(question, (word) => known.has(word))

describe('what tells who asked is removed before a question is kept', () => {
  it.each([
    ['scrivetemi a mario.rossi@posta.example', 'scrivetemi a [e-mail]'],
    ['il mio codice è RSSMRA80A01H501U', 'il mio codice è [codice fiscale]'],
    ['codice rssmra80a01h501u', 'codice [codice fiscale]'],
    ['RSS MRA 80A01 H501U', '[codice fiscale]'],
    ['il cf con omocodia RSSMRA80A01H5LMU', 'il cf con omocodia [codice fiscale]'],
    ['chiamatemi al 333 1234567', 'chiamatemi al [telefono]'],
    ['chiamatemi al +39 333 123 45 67 grazie', 'chiamatemi al [telefono] grazie'],
    ['tel. 0461/123456', 'tel. [telefono]'],
    ['auto AB123CD in divieto', 'auto [targa] in divieto'],
    ['la targa è fg 456 hj', 'la targa è [targa]'],
    ['carta CA12345BB persa', 'carta [documento] persa'],
    ['carta AX 1234567 scaduta', 'carta [documento] scaduta'],
    ['accredito su IT60X0542811101000000123456', 'accredito su [IBAN]'],
    ['partita iva 01234567890', 'partita iva [telefono]'],
    ['pratica 2026/12345678', 'pratica 2026/[numero]'],
    ['nato a Trento il 12/03/1956', '[nascita]'],
    ['nata il 4 marzo 1980 a Lucca', '[nascita] a Lucca'],
    ['abito in via Garibaldi 12', 'abito in [indirizzo]'],
    ['abito in via garibaldi 12/b, come faccio', 'abito in [indirizzo], come faccio'],
    ['il lampione di Piazza della Vittoria è spento', 'il lampione di [indirizzo] è spento'],
    ['buca in corso Italia', 'buca in [indirizzo]'],
    ['mi chiamo mario rossi e vorrei un loculo', 'mi chiamo [nome] e vorrei un loculo'],
    ['Mi chiamo Teresa, ho 80 anni', 'Mi chiamo [nome], ho 80 anni'],
    ['il sottoscritto Anna Maria Bianchi chiede', 'il sottoscritto [nome] chiede'],
    ['sono Maria Rossi', 'sono [nome]'],
    ['sono MARIO ROSSI e abito qui', 'sono [nome] e abito qui'],
    ['sono giuseppe verdi, buongiorno', 'sono [nome], buongiorno'],
    ['per Rossi Mario', 'per [nome]'],
    ['mia figlia Giulia ha tre anni', 'mia figlia [nome] ha tre anni'],
    ['Rosa Costa chiede', '[nome] chiede'],
    ['Mario D’Angelo', '[nome]'],
    ['il numero è +39 (0461) 12 34 56', 'il numero è [telefono]'],
    ['il numero è 0461 - 123456', 'il numero è [telefono]'],
    ['abito in v. Garibaldi 12', 'abito in [indirizzo]'],
    ['devo parlare con la sig.ra Verdi', 'devo parlare con la sig.ra [nome]'],
    ['è per mio marito Paolo Neri', 'è per mio marito [nome]'],
    ['my name is John Smith and I moved', 'my name is [nome] and I moved'],
  ])('%s', (question, kept) => {
    expect(cleaned(question)).toBe(kept)
  })

  it.each([
    'quanto costa la Carta Identità',
    'Agenzia Entrate o Comune?',
    'inviare la domanda via pec o via mail',
    'corso di italiano per stranieri',
    'casa di 200 mq con 3 stanze',
    'modello 730 del 2026',
    'ISEE fino a 12.000 euro',
    'bando del 15/12/2026',
    'entro 60 giorni dalla legge 241/1990',
    'la Polizia Locale è aperta sabato?',
    'piazzola per i camper',
    'la biblioteca è aperta domenica mattina?',
    'quando sarà pronta la carta',
    'non guido più, come restituisco il contrassegno',
    'chiusura pasquale degli uffici',
  ])('and nothing else: %s', (question) => {
    expect(cleaned(question)).toBe(question)
  })
})
