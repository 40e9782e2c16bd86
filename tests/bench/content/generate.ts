// SPDX-License-Identifier: AGPL-3.0-or-later
import { lifeEvents, serviceCategories, topics } from '@linea-comune/config'

/** The same numbers at every run (mulberry32), so that two runs measure the same texts. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const services = [
  'Carta d’identità elettronica',
  'Cambio di residenza',
  'Iscrizione all’asilo nido',
  'Permesso di sosta per residenti',
  'Tassa sui rifiuti',
  'Pubblicazioni di matrimonio',
  'Occupazione di suolo pubblico',
  'Mensa scolastica',
  'Assegno di maternità',
  'Accesso agli atti',
  'Prestito in biblioteca',
  'Segnalazione di inizio attività',
  'Trasporto scolastico',
  'Certificato di stato di famiglia',
  'Contrassegno per persone con disabilità',
  'Uso di una palestra comunale',
]
const sentences = [
  'La richiesta si presenta allo sportello o online, con un documento valido.',
  'Se non puoi venire di persona, puoi delegare qualcuno con un foglio firmato.',
  'L’ufficio controlla la domanda e ti scrive se manca qualcosa.',
  'La risposta arriva entro trenta giorni dalla data di ricevimento.',
  'Il pagamento si fa con pagoPA, anche in tabaccheria o in banca.',
  'Il servizio è riservato a chi abita nel territorio del Comune.',
  'Per i minorenni firma uno dei genitori o chi ne ha la tutela.',
  'Porta con te il codice fiscale e, se serve, l’attestazione ISEE.',
  'Puoi prenotare un appuntamento per non aspettare in coda.',
  'Chi ha ricevuto un diniego può chiedere un riesame entro sessanta giorni.',
]
const sectionKeys = ['audience', 'howTo', 'needed', 'outcome', 'times', 'costs', 'access', 'conditions'] as const

interface GeneratedSheet {
  title: string
  enteCode: string
  texts: Record<string, string>
  keywords: string[]
  /** Places in the vocabularies and among the offices of the Ente. */
  category: number
  topics: number[]
  lifeEvents: number[]
  office: number
}

export const officesPerEnte = 2
export const enteCodeOf = (number: number): string => `c_b${String(number).padStart(3, '0')}`

/** Sheets of about a kilobyte of text, spread over the Enti. */
export const generateSheets = function* (count: number, enti: number): Generator<GeneratedSheet> {
  const random = randomFrom(20_261_123)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  for (let number = 0; number < count; number++) {
    const title = `${pick(services)} ${String(number)}`
    const text = (): string => Array.from({ length: 1 + below(3) }, () => pick(sentences)).join(' ')
    yield {
      title,
      enteCode: enteCodeOf(number % enti),
      texts: { summary: pick(sentences), ...Object.fromEntries(sectionKeys.map((key) => [key, text()])) },
      keywords: [`parola ${String(number % 97)}`, pick(services).toLowerCase()],
      category: below(serviceCategories.length),
      topics: [...new Set([below(topics.length), below(topics.length)])],
      lifeEvents: random() < 0.5 ? [below(lifeEvents.length)] : [],
      office: below(officesPerEnte),
    }
  }
}
