// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Fault } from '../import-row'
import { isPlaceholder } from '../text/suspicious-text'
import { fold } from './collected-text'

/** A sheet as somebody collected it from a site. */
export interface Collected {
  title: string
  /** As it was found. */
  text: string
  /** What of it says something. */
  pieces: readonly string[]
  url: string
  /** Last day, as 2026-12-31. */
  deadline: string
  /** How many sheets of the same Ente have the very same text. */
  sameText: number
}

interface Rule {
  applies: (sheet: Collected) => boolean
  reason: (sheet: Collected) => string
  /** What is at fault, where it is not the text. */
  field?: 'title'
}

/** Headings of the menu that every site on the Modello Comuni has. */
const menu =
  /^(?:amministrazione|novita|servizi|vivere il comune|tutti gli argomenti|argomenti|avvisi|notizie|comunicati|eventi|home|contatti|mappa del sito|salta al contenuto principale|accedi all area personale|cerca)$/

/** Words of buttons and of lists, which get into a text when a whole page was copied. */
const pageWords = [
  /vai alla pagina/gi,
  /leggi di pi[uù]/gi,
  /salta al contenuto/gi,
  /condividi facebook/gi,
  /vedi azioni/gi,
  /indice della pagina/gi,
  /invia stampa/gi,
  /entra con (?:spid|cie)/gi,
  /seleziona una categoria/gi,
  /ultimo aggiornamento:/gi,
  /in evidenza/gi,
]
const fewestPageWords = 2
const pageWordsIn = (text: string): number => pageWords.reduce((sum, word) => sum + (text.match(word)?.length ?? 0), 0)

/** Not a service at all: refused. */
const refusals: readonly Rule[] = [
  {
    applies: ({ title }) => menu.test(fold(title)),
    reason: ({ title }) => `«${title}» è una voce del menu del sito, non un servizio`,
    field: 'title',
  },
  {
    applies: ({ text }) => pageWordsIn(text) >= fewestPageWords,
    reason: () => 'il testo è una pagina intera del sito, con menu e pulsanti («Leggi di più», «Vai alla pagina»…): copia solo il servizio',
  },
]

/** Less text than this tells a citizen nothing that they could act upon. */
const shortestText = 120
/** What stands in so many sheets is about none of them. */
const mostAlike = 3
const lengthOf = (pieces: readonly string[]): number => pieces.join(' ').length

/** Addresses of the catalogues of services: Design Comuni, OpenCity, online desks. */
const catalogue = /\/servizi?o?\/|\/procedure(?::|%3a)|\/opencity\//i

/** A link of the old page whose address did not come along. */
const promisesLink = /\b(?:al|il) seguente (?:link|collegamento)\b|\bclicca(?:re)? qui\b|\ba questo link\b/i

const today = (): string => new Date().toISOString().slice(0, 10)

/** A service whose text an editor has to write: a draft. The first that applies. */
const gaps: readonly Rule[] = [
  { applies: ({ text }) => text.trim() === '', reason: () => 'non ha nessun testo: c’è solo il titolo' },
  {
    applies: ({ pieces }) => pieces.length === 0,
    reason: ({ text }) =>
      isPlaceholder(text.split('|')[0]?.trim() ?? '')
        ? `ha solo un testo provvisorio («${text.slice(0, 60)}»)`
        : 'il testo non dice niente',
  },
  {
    applies: ({ sameText }) => sameText >= mostAlike,
    reason: ({ sameText }) =>
      `lo stesso testo sta in ${String(sameText)} schede di questo Ente: va scritto che cosa serve per questo servizio`,
  },
  {
    applies: ({ url }) => url !== '' && !catalogue.test(url),
    reason: () => 'viene da una pagina qualsiasi del sito e non dal catalogo dei servizi: controlla che sia un servizio e che sia attuale',
  },
  {
    applies: ({ text }) => promisesLink.test(text) && !/https?:|www\./i.test(text),
    reason: () => 'rimanda a un collegamento che nel testo non c’è: va scritto dove si trova',
  },
  {
    applies: ({ deadline }) => deadline !== '' && deadline < today(),
    reason: ({ deadline }) => `è scaduta il ${deadline}`,
  },
  {
    applies: ({ pieces }) => lengthOf(pieces) < shortestText,
    reason: ({ pieces }) => `il testo è troppo breve per bastare a un cittadino (${String(lengthOf(pieces))} caratteri)`,
  },
]

export const whyRefused = (sheet: Collected): Fault | undefined => {
  const rule = refusals.find(({ applies }) => applies(sheet))
  return rule && { field: rule.field ?? 'testo', reason: rule.reason(sheet) }
}

export const whyToComplete = (sheet: Collected): string | undefined => gaps.find(({ applies }) => applies(sheet))?.reason(sheet)
