// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

/** Short names used below and in what is sent. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A class or property by its short name, such as `dct:title`. */
export type Term = `${keyof typeof prefixes}:${string}`

export type Value = { iri: string } | { text: string; lang: Locale } | { literal: string; datatype?: Term }

interface Node {
  iri: string
  types: Set<Term>
  properties: Map<Term, Value[]>
}

/** Things by address; what is said of one in several places comes together. */
export type Graph = Map<string, Node>

const keyOf = (value: Value): string => JSON.stringify(value)

/** Says something of a thing and answers a reference to it. Empty texts are not said, and nothing is said twice. */
export const say = (
  graph: Graph,
  iri: string,
  types: readonly Term[],
  properties: Partial<Record<Term, readonly Value[]>> = {},
): { iri: string } => {
  const node = graph.get(iri) ?? { iri, types: new Set<Term>(), properties: new Map<Term, Value[]>() }
  graph.set(iri, node)
  for (const type of types) node.types.add(type)
  for (const [property, values] of Object.entries(properties) as [Term, readonly Value[]][]) {
    const said = node.properties.get(property) ?? []
    const known = new Set(said.map(keyOf))
    for (const value of values) {
      const isEmpty = ('text' in value && value.text.trim() === '') || ('literal' in value && value.literal.trim() === '')
      if (isEmpty || known.has(keyOf(value))) continue
      known.add(keyOf(value))
      said.push(value)
    }
    if (said.length > 0) node.properties.set(property, said)
  }
  return { iri }
}

/** For identifiers and others of which there may be only one. */
export const literal = (text: string, datatype?: Term): Value[] => [{ literal: text, ...(datatype && { datatype }) }]
export const inLanguage = (text: string, lang: Locale): Value => ({ text, lang })
