// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  federationScope,
  type ContentEntry,
  type ContentReader,
  type EntePage,
  type SheetPage,
  type StampedPage,
} from '@linea-comune/search'
import { defaultLocale } from '@linea-comune/config'
import { addressesUnder } from './cpsv/addresses.js'
import type { Graph } from './cpsv/graph.js'
import { sayAuthority, sayOffice, type Authority } from './cpsv/organisations.js'
import { saySheet } from './cpsv/sheets.js'
import { writeJsonLd, writeTurtle } from './cpsv/write.js'
import { asRemembered } from './remembered.js'

/** In the order of languages, the default one first. */
const byLanguage = (a: ContentEntry, b: ContentEntry): number =>
  Number(b.locale === defaultLocale) - Number(a.locale === defaultLocale) || a.locale.localeCompare(b.locale)

/** Everything that is said along with some records. */
export interface Gathered {
  /** Each sheet with all its languages, the main one first. */
  sheets: readonly (readonly ContentEntry[])[]
  others: readonly ContentEntry[]
  enti: readonly ContentEntry[]
  /** The Ente on whose behalf is asked: it answers for the federation's texts that its citizens see. */
  viewer: ContentEntry | null
}

export const gather = async (reader: ContentReader, entries: readonly ContentEntry[], viewer: ContentEntry | null): Promise<Gathered> => {
  const ids = [...new Set(entries.filter(({ kind }) => kind === 'sheet').map(({ documentId }) => documentId))]
  const scopes = new Set([...entries, ...(viewer === null ? [] : [viewer])].map(({ scope }) => scope))
  return {
    sheets: await Promise.all(ids.map(async (id) => [...(await reader.versions('sheet', id))].sort(byLanguage))),
    others: entries.filter(({ kind }) => kind !== 'sheet'),
    enti: (await Promise.all([...scopes].map((scope) => reader.ente(scope)))).filter((ente) => ente !== null),
    viewer,
  }
}

export const everyEntry = ({ sheets, others, enti }: Gathered): readonly ContentEntry[] => [...sheets.flat(), ...others, ...enti]

/** What some records say, as a graph: each service with all its languages, its authority, and all that these point at. */
export const graphOf = async (reader: ContentReader, publicUrl: string, gathered: Gathered): Promise<Graph> => {
  const { sheets, others, viewer } = gathered
  const graph: Graph = new Map()
  const addresses = addressesUnder(publicUrl)
  const pages = await reader.pages(everyEntry(gathered))
  const enti = new Map(
    [...pages.values()].flatMap((page) => (page.kind === 'ente' ? [[page.code, asRemembered(page as EntePage)] as const] : [])),
  )
  const authorityOf = (scope: string): Authority => enti.get(scope === federationScope ? (viewer?.scope ?? '') : scope) ?? 'federation'
  const found = <T extends StampedPage>(list: readonly ContentEntry[]): T[] =>
    list.flatMap(({ id }) => {
      const page = pages.get(id)
      // The catalogue names the kind of each entry.
      return page === undefined ? [] : [page as T]
    })

  for (const languages of sheets) {
    const [main] = languages
    if (main !== undefined) saySheet(graph, addresses, found<StampedPage & SheetPage>(languages), authorityOf(main.scope))
  }
  for (const page of found(others)) {
    if (page.kind === 'ente') sayAuthority(graph, addresses, asRemembered(page))
    if (page.kind === 'office') sayOffice(graph, addresses, page, authorityOf(page.scope))
  }
  return graph
}

export const writeGraph = { jsonld: (graph: Graph) => Promise.resolve(writeJsonLd(graph)), turtle: writeTurtle } as const
