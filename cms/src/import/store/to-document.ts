// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  defaultLocale,
  federationPrefix,
  findTerm,
  reservedSlugs,
  sheetSectionKeys,
  toSlug,
  type ImportList,
  type VocabularyTerm,
} from '@linea-comune/config'
import type { CheckedRow, CheckedRowOf, EnteName, Fault } from '../import-row'
import type { Scan } from '../scan'
import { vocabularyTerms, type Directory } from './directory'
import type { Document } from './fingerprint'

export interface Resolution {
  document: Document
  faults: Fault[]
  warnings: string[]
}

/** What there is to know about the run when one row is looked at. */
export interface Run {
  directory: Directory
  /** What rows there are in the files, gone in or not. */
  scan: Pick<Scan, 'has' | 'enti'>
}

export const unknownEnte = (code: string): string =>
  `l’Ente ${code} non esiste: aggiungilo all’elenco «enti» del file, o crealo nel pannello`

export const unknownOwner = ({ name, istatCode }: EnteName): string =>
  `«${name}»${istatCode === '' ? '' : ` (codice ISTAT ${istatCode})`} non è fra gli Enti: importa insieme l’elenco IPA dei Comuni, o crealo nel pannello`

/** The document a row asks for, with what it points at looked up. */
export const toDocument = async (row: CheckedRow, run: Run): Promise<Resolution> => {
  const resolution: Resolution = { document: {}, faults: [], warnings: [] }
  if (row.ente !== null && row.list !== 'enti' && run.directory.enti.byCode(row.ente) === undefined) {
    resolution.faults.push({
      field: 'ente',
      reason: unknownEnte(row.ente),
    })
    return resolution
  }
  const spoken = row.list === 'enti' || row.ente === null ? null : (run.directory.enti.byCode(row.ente)?.languages ?? [defaultLocale])
  if (spoken !== null && !spoken.includes(row.locale))
    resolution.warnings.push(`locale: «${row.locale}» non è fra le lingue dell’Ente (${spoken.join(', ')}): il testo entra, ma aggiungila`)
  resolution.document = await toDocumentOf(row, run, resolution)
  return resolution
}

const toDocumentOf = async (row: CheckedRow, run: Run, resolution: Resolution): Promise<Document> => {
  const point = (list: ImportList, field: string, ids: readonly (string | undefined)[]): Promise<string[]> =>
    pointAt(row, run, resolution, list, field, ids)
  /** An export says everything: what it leaves out is empty. */
  const byDefault = <T>(value: T | undefined, fallback: T): T | undefined => (row.format === 'export' ? value : (value ?? fallback))
  switch (row.list) {
    case 'enti':
      return toEnte(row, run.directory, resolution, byDefault)
    case 'places': {
      const { name, summary, address, lat, lon, access, hours, hoursNote, translations } = row.data
      return { name, summary, address, latitude: lat, longitude: lon, access, hours, hoursNote, translations }
    }
    case 'contactPoints': {
      const { name, entries, hoursNote } = row.data
      return { name, entries, hoursNote }
    }
    case 'offices': {
      const { name, slug, summary, duties, kind, place, places, contactPoints, channel, email, hours, hoursNote, translations } = row.data
      return {
        name,
        summary,
        duties,
        slug,
        kind: byDefault(kind, 'ufficio'),
        forwardingChannel: channel,
        hours,
        hoursNote,
        translations,
        forwardingEmail: email,
        places: await point('places', 'places', [place, ...(places ?? [])]),
        contactPoints: await point('contactPoints', 'contactPoints', contactPoints ?? []),
      }
    }
    case 'sheets': {
      const { title, slug, summary, onlineUrl, onlineLabel, bookingUrl, active, inactiveReason, reviewBy, provenance } = row.data
      const known = {
        categories: terms(run.directory, 'categories', row.data.category),
        topics: terms(run.directory, 'topics', row.data.topics),
        lifeEvents: terms(run.directory, 'lifeEvents', row.data.lifeEvents),
      }
      for (const word of known.categories.unknown)
        resolution.warnings.push(`category: «${word}» non è fra le 15 categorie del Modello Comuni: aggiunta alle parole chiave`)
      for (const word of known.topics.unknown)
        resolution.warnings.push(`topics: «${word}» non è fra i 64 argomenti del Modello Comuni: aggiunto alle parole chiave`)
      for (const word of known.lifeEvents.unknown)
        resolution.warnings.push(`lifeEvents: «${word}» non è fra gli eventi della vita: lasciato fuori`)
      return {
        title,
        slug,
        summary,
        onlineUrl,
        onlineLabel,
        bookingUrl,
        inactiveReason,
        reviewBy,
        provenance,
        active: byDefault(active, true),
        ...Object.fromEntries(sheetSectionKeys.map((key) => [key, row.data[key]])),
        keywords: keywords(row.data.keywords, [...known.categories.unknown, ...known.topics.unknown]),
        categories: termIds(run.directory, 'categories', known.categories.codes),
        topics: termIds(run.directory, 'topics', known.topics.codes),
        lifeEvents: termIds(run.directory, 'lifeEvents', known.lifeEvents.codes),
        offices: await point('offices', 'offices', row.data.offices ?? []),
        contactPoints: await point('contactPoints', 'contactPoints', row.data.contactPoints ?? []),
        places: await point('places', 'places', row.data.places ?? []),
      }
    }
    case 'faqs': {
      const { question, phrasings, answer, validUntil, reviewer, provenance } = row.data
      const known = terms(run.directory, 'topics', row.data.topics)
      for (const word of known.unknown)
        resolution.warnings.push(`topics: «${word}» non è fra i 64 argomenti del Modello Comuni: lasciato fuori`)
      const [sheet] = await point('sheets', 'sheet', [row.data.sheet])
      return {
        question,
        phrasings,
        answer,
        validUntil,
        reviewer,
        provenance,
        topics: termIds(run.directory, 'topics', known.codes),
        sheet: sheet ?? null,
      }
    }
    case 'words': {
      const { says, means, reason, language, origin, active } = row.data
      return { says, means, reason, language, origin: byDefault(origin, 'importazione'), active: byDefault(active, true) }
    }
  }
}

type Vocabulary = keyof typeof vocabularyTerms

/** Words of a file that are in no vocabulary are what somebody calls it: citizens may too. */
const keywords = (own: string[] | undefined, unknown: readonly string[]): string[] | undefined =>
  unknown.length === 0 ? own : [...new Set([...(own ?? []), ...unknown])]

const terms = (directory: Directory, vocabulary: Vocabulary, words: readonly string[] = []): { codes: string[]; unknown: string[] } => {
  const codeOf = (word: string): string | undefined => {
    const term: VocabularyTerm | undefined = findTerm(vocabularyTerms[vocabulary], word)
    // Terms that the centre added in the panel are known by their code.
    return term?.code ?? (directory.term(vocabulary, word) === undefined ? undefined : word)
  }
  return {
    codes: [...new Set(words.flatMap((word) => codeOf(word) ?? []))],
    unknown: words.filter((word) => codeOf(word) === undefined),
  }
}

const termIds = (directory: Directory, vocabulary: Vocabulary, codes: readonly string[]): string[] =>
  codes.flatMap((code) => directory.term(vocabulary, code) ?? [])

const nouns: Record<ImportList, string> = {
  enti: 'l’Ente',
  places: 'il luogo',
  contactPoints: 'il punto di contatto',
  offices: 'l’ufficio',
  sheets: 'la scheda',
  faqs: 'la domanda',
  words: 'la voce',
}

/** documentIds of what a row points at: of its own Ente or of the federation, never of another Ente. */
const pointAt = async (
  row: CheckedRow,
  { directory, scan }: Run,
  resolution: Resolution,
  list: ImportList,
  field: string,
  ids: readonly (string | undefined)[],
): Promise<string[]> => {
  const found: string[] = []
  for (const named of new Set(ids)) {
    if (named === undefined) continue
    const ofFederation = named.startsWith(federationPrefix)
    const id = ofFederation ? named.slice(federationPrefix.length) : named
    const places = ofFederation ? [null] : [row.ente, null]
    // A sheet is pointed at in the language and the state of the row that points.
    const version = list === 'sheets' ? row : undefined
    const target =
      (ofFederation ? undefined : await directory.find(list, row.ente, id, version)) ?? (await directory.find(list, null, id, version))
    if (target !== undefined) {
      found.push(target)
      continue
    }
    const owners = await directory.owners(list, id)
    if (places.some((ente) => owners.includes(ente)))
      resolution.warnings.push(`${field}: ${nouns[list]} «${id}» non c’è in questa lingua: il collegamento resta fuori`)
    else if (places.some((ente) => scan.has(list, ente, id)) || forgiving.has(row.format))
      resolution.warnings.push(`${field}: ${nouns[list]} «${id}» non è stato importato: il collegamento resta fuori`)
    else if (owners[0] != null) resolution.faults.push({ field, reason: `${nouns[list]} «${id}» è di un altro Ente (${owners[0]})` })
    else
      resolution.faults.push({
        field,
        reason: `${nouns[list]} «${id}» non esiste, né nei file né fra i contenuti di ${row.ente ?? 'federazione'}`,
      })
  }
  return found
}

/** Formats whose links lead out of the file as a matter of course. */
const forgiving: ReadonlySet<CheckedRow['format']> = new Set(['opencity', 'export'])

/** `Comune di Trento` → `trento`: the name that people type after the slash. */
const shortName = (name: string): string =>
  name.replace(
    /^(?:comune|città|citta|unione|provincia|comunità|libero consorzio)(?: (?:metropolitana|comunale|montana|autonoma|dei comuni))* (?:di|de|del|della|dell['’]|d['’])\s*/i,
    '',
  )

const toEnte = (
  row: CheckedRowOf<'enti'>,
  directory: Directory,
  resolution: Resolution,
  byDefault: <T>(value: T | undefined, fallback: T) => T | undefined,
): Document => {
  const {
    name,
    kind,
    lifecycle,
    province,
    istatCode,
    summary,
    brand,
    address,
    fiscalCode,
    phone,
    email,
    pec,
    website,
    hours,
    patronSaint,
    languages,
    accessibilityUrl,
    privacyUrl,
    translations,
  } = row.data
  return {
    name,
    lifecycle,
    province,
    istatCode,
    summary,
    address,
    fiscalCode,
    phone,
    email,
    pec,
    website,
    hours,
    accessibilityUrl,
    privacyUrl,
    translations,
    slug: enteSlug(row, directory, resolution),
    kind: byDefault(kind, 'comune'),
    primaryColour: byDefault(brand?.primary, '#0066cc'),
    patronSaintName: patronSaint?.name,
    patronSaintDay: patronSaint?.day,
    languages: byDefault(languages, [defaultLocale]),
  }
}

/** Homonyms exist: an address that is taken gets the province. */
const enteSlug = (row: CheckedRowOf<'enti'>, directory: Directory, { faults, warnings }: Resolution): string => {
  const { slug, name, province } = row.data
  if (slug !== undefined && slug !== toSlug(slug)) {
    faults.push({ field: 'slug', reason: `«${slug}» non può essere un indirizzo: usa lettere minuscole senza accenti, numeri e trattini` })
    return slug
  }
  const known = directory.enti.byCode(row.id)
  const wanted = slug ?? known?.slug ?? (toSlug(shortName(name)) || toSlug(name))
  if (wanted === '' || reservedSlugs.has(wanted)) {
    faults.push({
      field: 'slug',
      reason:
        wanted === ''
          ? 'dal nome non si ricava un indirizzo: scrivilo'
          : `«${wanted}» è una parola riservata del sito: scegli un altro indirizzo`,
    })
    return wanted
  }
  const takenBy = (address: string): string | undefined => {
    const ente = directory.enti.bySlug(address)
    return ente === undefined || ente.code === row.id ? undefined : ente.name
  }
  const first = takenBy(wanted)
  if (first === undefined) return wanted
  const withProvince = toSlug(`${wanted} ${province ?? ''}`)
  if (withProvince === wanted || takenBy(withProvince) !== undefined || reservedSlugs.has(withProvince)) {
    const advice = province === undefined ? 'scrivi la sigla della provincia o un altro indirizzo' : 'scrivi un altro indirizzo'
    faults.push({ field: 'slug', reason: `l’indirizzo «${wanted}» è già di ${first}: ${advice}` })
  } else if (known?.slug !== withProvince)
    warnings.push(`slug: l’indirizzo «${wanted}» è già di ${first}: questo Ente avrà «${withProvince}»`)
  return withProvince
}
