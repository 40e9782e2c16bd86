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

const enteEntries = async (reader: ContentReader, codes: Iterable<string>): Promise<ContentEntry[]> =>
  (await Promise.all([...new Set(codes)].map((code) => reader.ente(code)))).filter((ente) => ente !== null)

/** In the order of languages, the default one first. */
const byLanguage = (a: ContentEntry, b: ContentEntry): number =>
  Number(b.locale === defaultLocale) - Number(a.locale === defaultLocale) || a.locale.localeCompare(b.locale)

/**
 * What some records say, as a graph: each service with all its languages, its authority, and all that these point at.
 * @param viewer the Ente on whose behalf is asked: it answers for the federation's texts that its citizens see
 */
export const graphOf = async (
  reader: ContentReader,
  publicUrl: string,
  entries: readonly ContentEntry[],
  viewer: ContentEntry | null,
): Promise<Graph> => {
  const graph: Graph = new Map()
  const addresses = addressesUnder(publicUrl)
  const sheetIds = [...new Set(entries.filter(({ kind }) => kind === 'sheet').map(({ documentId }) => documentId))]
  const versions = await Promise.all(sheetIds.map(async (id) => [...(await reader.versions('sheet', id))].sort(byLanguage)))
  const owners = await enteEntries(
    reader,
    [...entries.map(({ scope }) => scope), ...(viewer?.code === undefined ? [] : [viewer.code])].filter(
      (scope) => scope !== federationScope,
    ),
  )
  const others = entries.filter(({ kind }) => kind !== 'sheet')
  const pages = await reader.pages([...versions.flat(), ...others, ...owners])
  const enti = new Map([...pages.values()].flatMap((page) => (page.kind === 'ente' ? [[page.code, page as EntePage] as const] : [])))
  const authorityOf = (scope: string): Authority => enti.get(scope === federationScope ? (viewer?.code ?? '') : scope) ?? 'federation'
  const found = <T extends StampedPage>(list: readonly ContentEntry[]): T[] =>
    list.flatMap(({ id }) => {
      const page = pages.get(id)
      // The catalogue names the kind of each entry.
      return page === undefined ? [] : [page as T]
    })

  for (const languages of versions) {
    const [main] = languages
    if (main !== undefined) saySheet(graph, addresses, found<StampedPage & SheetPage>(languages), authorityOf(main.scope))
  }
  for (const page of found(others)) {
    if (page.kind === 'ente') sayAuthority(graph, addresses, page)
    if (page.kind === 'office') sayOffice(graph, addresses, page, authorityOf(page.scope))
  }
  return graph
}

export const writeGraph = { jsonld: (graph: Graph) => Promise.resolve(writeJsonLd(graph)), turtle: writeTurtle } as const
