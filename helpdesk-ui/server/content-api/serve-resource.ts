// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import { federationScope, type ContentEntry, type ContentPosition, type ContentReader } from '@linea-comune/search'
import { writeCsv } from './csv.js'
import { writeCursor } from './cursor.js'
import { everyEntry, gather, graphOf, writeGraph, type Gathered } from './documents.js'
import { createFragments } from './fragments.js'
import { answer, basePath, contentTypeOf, etagOf, type ApiContext } from './http.js'
import { mediaTypes, negotiate } from './negotiate.js'
import { parseQuery, type Asked, type Format } from './parameters.js'
import { notFound, Problem } from './problems.js'
import { fromIndex, makeOut, shapesOf, toContentQuery, type Question } from './question.js'
import type { Resource } from './resources.js'

export interface ServedResource {
  list: (c: ApiContext) => Promise<Response>
  record: (c: ApiContext, id: string) => Promise<Response>
}

interface Linked {
  format: 'jsonld' | 'turtle'
  gathered: Gathered
}

const encoder = new TextEncoder()
const opening = encoder.encode('{"items":[')
const comma = encoder.encode(',')

const joinItems = (pieces: readonly Uint8Array[], total: number, next: string | null): Uint8Array<ArrayBuffer> =>
  Buffer.concat([
    opening,
    ...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [comma, piece])),
    encoder.encode(`],"total":${String(total)},"next":${JSON.stringify(next)}}`),
  ])

const formatOf = (c: ApiContext, asked: Asked, offered: readonly Format[]): Format => {
  const format = asked.format ?? negotiate(c.req.header('accept'), offered)
  if (format !== null) return format
  const types = offered.map((name) => mediaTypes[name]).join(', ')
  throw new Problem('not-acceptable', { it: `Qui i formati sono ${types}.`, en: `The formats here are ${types}.` })
}

/** The lists and records of one resource. */
export const serveResource = (resource: Resource, reader: ContentReader, publicUrl: string): ServedResource => {
  const { name, kind, fields, present } = resource
  type Presentable = Parameters<typeof present>[0]
  // The catalogue names the kind of each entry, and the resource asks for its own only.
  const fragments = createFragments(reader, (page, { enteSlug }) => present(page as Presentable, { publicUrl, enteSlug }))

  const inCsv = async (entries: readonly ContentEntry[], question: Question): Promise<string> => {
    const [pages, shapeOf] = [await reader.pages(entries), await shapesOf(reader, entries, question)]
    const items = entries.flatMap((entry) => {
      const page = pages.get(entry.id)
      return page === undefined ? [] : [present(page as Presentable, { publicUrl, enteSlug: shapeOf(entry).enteSlug })]
    })
    const wanted = question.asked.fields
    return writeCsv(
      resource.columns.filter(({ field }) => wanted === undefined || field === 'id' || wanted.includes(field)),
      items,
    )
  }

  /** What an answer in RDF will speak of; null for the other formats. */
  const linked = async (format: Format, entries: readonly ContentEntry[], { viewer }: Question): Promise<Linked | null> =>
    format === 'jsonld' || format === 'turtle' ? { format, gathered: await gather(reader, entries, viewer) } : null

  const inRdf = async ({ format, gathered }: Linked): Promise<string> => writeGraph[format](await graphOf(reader, publicUrl, gathered))

  /** The address of the next page: this one, with another cursor. */
  const nextUrl = (c: ApiContext, { ordering }: Question, next: ContentPosition): string => {
    const query = new URL(c.req.url).searchParams
    query.set('cursor', writeCursor(ordering, next))
    return `${publicUrl}${basePath}/${name}?${query.toString()}`
  }

  const list = async (c: ApiContext): Promise<Response> => {
    const asked = parseQuery(resource.listQuery, c.req.queries(), fields, resource.listFormats)
    const format = formatOf(c, asked, resource.listFormats)
    const question = await fromIndex(makeOut(reader, asked))
    const { entries, total, next } = await fromIndex(toContentQuery(reader, resource, question).then((query) => reader.list(query)))
    const shapeOf = await fromIndex(shapesOf(reader, entries, question))
    const following = next === null ? null : nextUrl(c, question, next)
    const rdf = await fromIndex(linked(format, entries, question))
    const versions = (rdf === null ? entries : everyEntry(rdf.gathered)).map((entry) => [entry.id, entry.stamp, shapeOf(entry).enteSlug])
    return answer(
      c,
      {
        etag: etagOf(name, format, asked, total, following, versions),
        contentType: contentTypeOf(format),
        ...(following !== null && { headers: { link: `<${following}>; rel="next"` } }),
      },
      async () => {
        if (rdf !== null) return fromIndex(inRdf(rdf))
        if (format === 'csv') return fromIndex(inCsv(entries, question))
        return joinItems(await fromIndex(fragments.of(entries, shapeOf)), total, following)
      },
    )
  }

  /** The record in the language that was asked for, else in Italian, else in the one it has. */
  const find = async (id: string, { asked, viewer }: Question): Promise<ContentEntry> => {
    const versions = kind === 'ente' ? [await reader.ente(id)].filter((ente) => ente !== null) : await reader.versions(kind, id)
    const isVisible = ({ scope }: ContentEntry): boolean =>
      viewer === null || (viewer.lifecycle !== 'left' && (scope === viewer.scope || scope === federationScope))
    const visible = versions.filter(isVisible)
    const inLocale = (locale: string | undefined) => visible.find((version) => version.locale === locale)
    const found = inLocale(asked.locale) ?? inLocale(defaultLocale) ?? visible[0]
    if (found === undefined) throw notFound()
    return found
  }

  const record = async (c: ApiContext, id: string): Promise<Response> => {
    const asked = parseQuery(resource.recordQuery, c.req.queries(), fields, resource.recordFormats)
    const format = formatOf(c, asked, resource.recordFormats)
    const question = await fromIndex(makeOut(reader, asked))
    const entry = await fromIndex(find(id, question))
    const shapeOf = await fromIndex(shapesOf(reader, [entry], question))
    const rdf = await fromIndex(linked(format, [entry], question))
    const versions = (rdf === null ? [entry] : everyEntry(rdf.gathered)).map(({ id: version, stamp }) => [version, stamp])
    return answer(
      c,
      {
        etag: etagOf(name, format, asked, versions, shapeOf(entry).enteSlug),
        contentType: contentTypeOf(format),
        headers: { 'content-language': entry.locale },
      },
      async () => {
        if (rdf !== null) return fromIndex(inRdf(rdf))
        const [piece] = await fromIndex(fragments.of([entry], shapeOf))
        // Removed between the two questions.
        if (piece === undefined) throw notFound()
        return new Uint8Array(piece)
      },
    )
  }

  return { list, record }
}
