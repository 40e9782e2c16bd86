// SPDX-License-Identifier: AGPL-3.0-or-later
import { DataFactory, Writer, type Quad_Object } from 'n3'
import { prefixes, type Graph, type Term, type Value } from './graph.js'

const toJsonLdValue = (value: Value): Record<string, string> => {
  if ('iri' in value) return { '@id': value.iri }
  if ('text' in value) return { '@value': value.text, '@language': value.lang }
  return value.datatype === undefined ? { '@value': value.literal } : { '@value': value.literal, '@type': value.datatype }
}

/** The context is in the document itself, so that nobody needs the network to read it. */
export const writeJsonLd = (graph: Graph): string =>
  JSON.stringify({
    '@context': prefixes,
    '@graph': [...graph.values()].map(({ iri, types, properties }) => ({
      '@id': iri,
      '@type': [...types],
      ...Object.fromEntries([...properties].map(([property, values]) => [property, values.map(toJsonLdValue)])),
    })),
  })

const expand = (term: Term): string => {
  const [prefix, name] = [term.slice(0, term.indexOf(':')), term.slice(term.indexOf(':') + 1)]
  // The type of a term names a prefix of the table.
  return prefixes[prefix as keyof typeof prefixes] + name
}

const toObject = (value: Value): Quad_Object => {
  if ('iri' in value) return DataFactory.namedNode(value.iri)
  if ('text' in value) return DataFactory.literal(value.text, value.lang)
  return value.datatype === undefined
    ? DataFactory.literal(value.literal)
    : DataFactory.literal(value.literal, DataFactory.namedNode(expand(value.datatype)))
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

export const writeTurtle = (graph: Graph): Promise<string> =>
  new Promise((resolve, reject) => {
    const writer = new Writer({ prefixes })
    for (const { iri, types, properties } of graph.values()) {
      const subject = DataFactory.namedNode(iri)
      for (const type of types) writer.addQuad(subject, DataFactory.namedNode(rdfType), DataFactory.namedNode(expand(type)))
      for (const [property, values] of properties)
        for (const value of values) writer.addQuad(subject, DataFactory.namedNode(expand(property)), toObject(value))
    }
    writer.end((error: Error | null, text: string) => {
      // n3 gives nothing at all where its types promise null.
      if (error instanceof Error) reject(error)
      else resolve(text)
    })
  })
