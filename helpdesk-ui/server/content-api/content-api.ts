// SPDX-License-Identifier: AGPL-3.0-or-later
import { compress } from 'hono/compress'
import { OpenAPIHono } from '@hono/zod-openapi'
import { federationScope, type ContentReader } from '@linea-comune/search'
import type { Limits } from '../limits.js'
import { logError } from '../log.js'
import { admit, limitHeaders } from './callers.js'
import type { Consumers } from './consumers.js'
import { answer, basePath, contentTypeOf, etagOf, forPreflight, methods, openToAll, type ApiContext, type ApiVariables } from './http.js'
import { describeApi } from './openapi.js'
import { refuseUnknown } from './parameters.js'
import { explainProblem, internal, notFound, Problem, problemMediaType, toProblemBody } from './problems.js'
import { fromIndex } from './question.js'
import { resources } from './resources.js'
import { serveResource } from './serve-resource.js'
import { vocabularies, vocabularyNames } from './vocabularies.js'

export interface ContentApiDoors {
  reader: ContentReader
  consumers: Consumers
  limits: Limits
  publicUrl: string
}

const onlyReading = (): Problem =>
  new Problem('method-not-allowed', { it: 'Qui si può solo leggere.', en: 'This is for reading only.' }, { headers: { allow: methods } })

/** What does not change while the process lives. */
const fixed = (body: unknown): ((c: ApiContext) => Promise<Response>) => {
  const text = JSON.stringify(body)
  const etag = etagOf(text)
  return (c) => {
    refuseUnknown(c.req.queries(), [])
    return answer(c, { etag, contentType: contentTypeOf('json') }, () => Promise.resolve(text))
  }
}

const notHere = (): never => {
  throw notFound()
}

/** The public reading interface, served from the index. */
export const createContentApi = (doors: ContentApiDoors): OpenAPIHono<{ Variables: ApiVariables }> => {
  const { reader, consumers, limits, publicUrl } = doors
  const api = new OpenAPIHono<{ Variables: ApiVariables }>()

  const compressed = compress()
  // Without looking at the answer when nobody wants it smaller.
  api.use((c, next) => (c.req.header('accept-encoding') === undefined ? next() : compressed(c, next)))
  api.use(async (c, next) => {
    for (const [name, value] of Object.entries(openToAll)) c.header(name, value)
    if (c.req.method === 'OPTIONS') return c.body(null, 204, forPreflight)
    const allowance = await admit(consumers, limits, {
      authorization: c.req.header('authorization'),
      apiKey: c.req.header('x-api-key'),
      clientAddress: c.get('clientAddress'),
    })
    for (const [name, value] of Object.entries(limitHeaders(allowance))) c.header(name, value)
    return next()
  })

  const serve = (path: string, handler: (c: ApiContext) => Promise<Response> | Response): void => {
    api.get(path, (c) => handler(c))
    api.all(path, () => {
      throw onlyReading()
    })
  }

  const address = (name: string): string => `${publicUrl}${basePath}/${name}`
  const names = [...resources.map(({ name }) => name), ...vocabularyNames]
  serve(
    '/',
    fixed({
      title: 'Linea Comune: contenuti',
      version: 'v1',
      openapi: address('openapi.json'),
      license: 'https://creativecommons.org/licenses/by/4.0/',
      resources: Object.fromEntries(names.map((name) => [name, address(name)])),
    }),
  )
  serve('/openapi.json', fixed(describeApi(api, publicUrl)))
  serve('/status', async (c) => {
    refuseUnknown(c.req.queries(), [])
    await fromIndex(reader.ente(federationScope))
    const body = JSON.stringify({ title: 'OK', status: 200, detail: 'I contenuti si possono leggere.' })
    return c.body(body, 200, { 'content-type': problemMediaType, 'cache-control': 'no-store' })
  })
  serve('/problems/:code', (c) => {
    const problem = explainProblem(c.req.param('code') ?? '')
    return problem === null ? notHere() : fixed(problem)(c)
  })
  for (const resource of resources) {
    const { list, record } = serveResource(resource, reader, publicUrl)
    serve(`/${resource.name}`, list)
    serve(`/${resource.name}/:id`, (c) => record(c, c.req.param('id') ?? ''))
  }
  for (const name of vocabularyNames) {
    const { terms } = vocabularies[name]
    serve(`/${name}`, fixed({ items: terms, total: terms.length, next: null }))
    serve(`/${name}/:code`, (c) => {
      const term = terms.find(({ code, slug }) => code === c.req.param('code') || slug === c.req.param('code'))
      return term === undefined ? notHere() : fixed(term)(c)
    })
  }
  api.all('*', notHere)

  api.onError((error, c) => {
    const problem = error instanceof Problem ? error : internal()
    if (problem.code === 'internal') logError('content api', error, { trace: true })
    const body = toProblemBody(problem)
    return c.json(body, body.status, {
      ...openToAll,
      'content-type': problemMediaType,
      'cache-control': 'no-store',
      ...problem.more.headers,
    })
  })

  return api
}
