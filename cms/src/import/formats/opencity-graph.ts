// SPDX-License-Identifier: AGPL-3.0-or-later

/** An object of an OpenCity export. Only `class` is sure to be there; everything else is read with the functions below. */
export type Thing = Record<string, unknown> & { class: string }

interface FoundThing {
  thing: Thing
  file: string
  row: number
}

/** All objects of all files given together, by the id they point at each other with. */
export interface Graph {
  things: readonly FoundThing[]
  byId: ReadonlyMap<string, Thing>
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isThing = (value: unknown): value is Thing => isObject(value) && typeof value.class === 'string'

export const isOpenCity = (content: unknown): content is unknown[] => Array.isArray(content) && content.some(isThing)

export const buildGraph = (
  files: readonly { file: string; content: readonly unknown[] }[],
): { graph: Graph; strays: { file: string; row: number }[] } => {
  const things: FoundThing[] = []
  const strays: { file: string; row: number }[] = []
  for (const { file, content } of files)
    content.forEach((item, at) => {
      if (isThing(item)) things.push({ thing: item, file, row: at + 1 })
      else strays.push({ file, row: at + 1 })
    })
  return { graph: { things, byId: new Map(things.map(({ thing }) => [idOf(thing), thing])) }, strays }
}

export const idOf = (thing: Record<string, unknown>): string =>
  typeof thing.id === 'number' || typeof thing.id === 'string' ? String(thing.id) : ''

/** A text as it stands, HTML and all; empty when absent. */
export const textOf = (thing: Record<string, unknown>, field: string): string => {
  const value = thing[field]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

const listOf = (thing: Record<string, unknown>, field: string): unknown[] => {
  const value = thing[field]
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

export const wordsOf = (thing: Record<string, unknown>, field: string): string[] =>
  listOf(thing, field).flatMap((word) => (typeof word === 'string' && word.trim() !== '' ? [word.trim()] : []))

export const rowsOf = (thing: Record<string, unknown>, field: string): Record<string, unknown>[] => listOf(thing, field).filter(isObject)

export interface Link {
  id: string
  name: string
  /** The object itself, when its file was given too or it stands inside the link. */
  thing?: Thing
}

/** What a field points at: `{id, class, name}`, or the whole object as the API gives it, `{metadata, data: {'ita-IT': …}}`. */
export const linksOf = (graph: Graph, thing: Record<string, unknown>, field: string): Link[] =>
  rowsOf(thing, field).map((link) => {
    const metadata = isObject(link.metadata) ? link.metadata : link
    const id = idOf(metadata)
    const inside = isObject(link.data) ? (link.data['ita-IT'] ?? Object.values(link.data)[0]) : undefined
    const found = graph.byId.get(id) ?? (isObject(inside) ? { ...inside, id, class: textOf(metadata, 'class') } : undefined)
    const name = textOf(link, 'name') || (found === undefined ? '' : textOf(found, 'name')) || nameIn(metadata.name)
    return { id, name, ...(found !== undefined && { thing: found }) }
  })

const nameIn = (names: unknown): string => (isObject(names) ? textOf(names, 'ita-IT') || textOf(names, Object.keys(names)[0] ?? '') : '')
