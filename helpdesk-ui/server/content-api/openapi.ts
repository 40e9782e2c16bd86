// SPDX-License-Identifier: AGPL-3.0-or-later
import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { anonymousPerMinute } from './callers.js'
import { mediaTypes } from './negotiate.js'
import type { Format } from './parameters.js'
import { problemKinds, problemMediaType, problemSchema, type ProblemCode } from './problems.js'
import { resources } from './resources.js'
import { statusSchema, vocabularyTermSchema } from './schemas.js'
import { vocabularies, vocabularyNames } from './vocabularies.js'

type Registry = OpenAPIHono['openAPIRegistry']
type Responses = Parameters<Registry['registerPath']>[0]['responses']

const integerHeader = (description: string) => ({ description, schema: { type: 'integer' as const } })
const limitHeaders = {
  'X-RateLimit-Limit': integerHeader('Richieste al minuto concesse a chi chiama.'),
  'X-RateLimit-Remaining': integerHeader('Quante ne restano in questo minuto.'),
  'X-RateLimit-Reset': integerHeader('Fra quanti secondi il conto ricomincia.'),
}
const cacheHeaders = {
  ETag: { description: 'Da rimandare in If-None-Match.', schema: { type: 'string' as const } },
  'Cache-Control': { description: 'Per quanto si può conservare la risposta.', schema: { type: 'string' as const } },
}

const retryAfter = { 'Retry-After': integerHeader('Fra quanti secondi riprovare.') }
const headersOf: Partial<Record<ProblemCode, Record<string, ReturnType<typeof integerHeader>>>> = {
  'too-many-requests': { ...limitHeaders, ...retryAfter },
  unavailable: retryAfter,
}

const problems = (...codes: readonly ProblemCode[]): Responses =>
  Object.fromEntries(
    [...new Set<ProblemCode>([...codes, 'wrong-key', 'too-many-requests', 'internal'])].map((code) => [
      problemKinds[code].status,
      {
        description: problemKinds[code].title,
        ...(headersOf[code] !== undefined && { headers: headersOf[code] }),
        content: { [problemMediaType]: { schema: problemSchema } },
      },
    ]),
  )

const asText = z.string()
const asObject = z.looseObject({}).openapi({ description: 'CPSV-AP 3.2, con il contesto nel documento stesso.' })

/** The same record in every format it is offered in. */
const content = (schema: z.ZodType, offered: readonly Format[]) =>
  Object.fromEntries(
    offered.map((format) => [mediaTypes[format], { schema: format === 'json' ? schema : format === 'jsonld' ? asObject : asText }]),
  )

const unchanged = { 304: { description: 'Non è cambiato niente.', headers: limitHeaders } }

export const listSchema = (item: z.ZodType) =>
  z.object({
    items: z.array(item),
    total: z.number().int().openapi({ description: 'Quanti sono su tutte le pagine.' }),
    next: z.string().nullable().openapi({ description: 'Indirizzo della pagina seguente; null nell’ultima.' }),
  })

/** With `fields` an item has only some of them, and its id always. */
const someFields = (schema: z.ZodObject, component: string): z.ZodType =>
  schema
    .partial()
    .required({ id: true })
    .openapi(component, { description: 'Con `fields` ci sono solo i campi chiesti, e `id`; senza, tutti.' })

const security: Record<string, string[]>[] = [{}, { bearer: [] }, { apiKey: [] }]

/** The OpenAPI 3.1 document, out of the schemas that read what comes in. */
export const describeApi = (api: Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>, publicUrl: string): object => {
  const registry: Registry = api.openAPIRegistry
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer lc_…' })
  registry.registerComponent('securitySchemes', 'apiKey', { type: 'apiKey', in: 'header', name: 'X-Api-Key' })

  for (const { name, title, component, schema, listQuery, recordQuery, listFormats, recordFormats } of resources) {
    const item = someFields(schema, component)
    registry.registerPath({
      method: 'get',
      path: `/${name}`,
      operationId: `list-${name}`,
      summary: title,
      tags: [title],
      security,
      request: { query: listQuery },
      responses: {
        200: {
          description: `${title}, una pagina alla volta.`,
          headers: {
            ...limitHeaders,
            ...cacheHeaders,
            Link: { description: 'La pagina seguente, con rel="next".', schema: { type: 'string' } },
          },
          content: content(listSchema(item), listFormats),
        },
        ...unchanged,
        ...problems('invalid-parameter', 'not-acceptable', 'unavailable'),
      },
    })
    registry.registerPath({
      method: 'get',
      path: `/${name}/{id}`,
      operationId: `read-${name}`,
      summary: `${title}: una`,
      tags: [title],
      security,
      request: {
        params: z.object({ id: z.string().openapi({ description: name === 'enti' ? 'Codice IPA o slug.' : 'Da `id` di un elenco.' }) }),
        query: recordQuery,
      },
      responses: {
        200: { description: title, headers: { ...limitHeaders, ...cacheHeaders }, content: content(item, recordFormats) },
        ...unchanged,
        ...problems('invalid-parameter', 'not-found', 'not-acceptable', 'unavailable'),
      },
    })
  }
  for (const name of vocabularyNames) {
    const { title } = vocabularies[name]
    const described = (schema: z.ZodType) => ({
      200: { description: title, headers: { ...limitHeaders, ...cacheHeaders }, content: content(schema, ['json']) },
      ...unchanged,
    })
    registry.registerPath({
      method: 'get',
      path: `/${name}`,
      operationId: `list-${name}`,
      summary: title,
      tags: ['Vocabolari'],
      security,
      responses: { ...described(listSchema(vocabularyTermSchema)), ...problems('unknown-parameter') },
    })
    registry.registerPath({
      method: 'get',
      path: `/${name}/{code}`,
      operationId: `read-${name}`,
      summary: `${title}: un termine`,
      tags: ['Vocabolari'],
      security,
      request: { params: z.object({ code: z.string() }) },
      responses: { ...described(vocabularyTermSchema), ...problems('unknown-parameter', 'not-found') },
    })
  }
  registry.registerPath({
    method: 'get',
    path: '/status',
    operationId: 'status',
    summary: 'Stato dell’interfaccia',
    tags: ['Servizio'],
    security,
    responses: {
      200: { description: 'Si può leggere.', headers: limitHeaders, content: { [problemMediaType]: { schema: statusSchema } } },
      ...problems('unavailable'),
    },
  })

  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Linea Comune: contenuti',
      version: '1.0.0',
      description: `Schede servizio, domande frequenti, uffici ed Enti della federazione: solo ciò che è pubblicato. Senza chiave si possono fare ${String(anonymousPerMinute)} richieste al minuto; il centro servizi dà chiavi con un limite più alto.`,
      license: { name: 'Contenuti: CC-BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
  })
}
