// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { DomainError } from '@linea-comune/config'
import { createReadableStreamFromReadable } from '@react-router/node'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { createRequestHandler, type ServerBuild } from 'react-router'
import { answerRequest, toFaultAnswer } from './answers-api.js'
import { themeCss } from './branding.js'
import { clientAddressOf } from './client-address.js'
import type { CmsClient } from './cms-client.js'
import { createConsumers } from './content-api/consumers.js'
import { createContentApi } from './content-api/content-api.js'
import { createEnteDirectory } from './ente-directory.js'
import type { Knowledge } from './knowledge.js'
import { createLimits, type LimitName } from './limits.js'
import type { FrontOffice } from './load-context.js'
import { logError } from './log.js'
import { refusalSentence } from './refusals.js'
import type { QuestionLog } from './question-log.js'
import { cachingOf, isOwnWrite, isUnlisted, securityHeaders } from './security.js'
import { suggestionsRequest } from './suggestions-api.js'

export interface Doors {
  cms: CmsClient
  knowledge: Knowledge
  questions: Pick<QuestionLog, 'add'>
}

export interface FrontOfficeSettings {
  publicUrl: string
  backofficeUrl: string
  trustedProxies: number
  /** Folder of the built site's browser files. */
  clientDir: URL
}

interface Variables {
  requestId: string
  clientAddress: string
  nonce: string
  headers: Record<string, string>
}
type FrontContext = Context<{ Variables: Variables }>

/** Far above the longest text a form takes, so that one that is too long comes back with its text and says so. */
const formLimitBytes = 256 * 1024
const yearS = 31_536_000
const isDesk = (path: string): boolean => path === '/desk' || path.startsWith('/desk/')

const contentApiPath = '/api/v1'
const isContentApi = (path: string): boolean => path.startsWith(`${contentApiPath}/`) || path === contentApiPath
const isApi = (path: string): boolean => path.startsWith('/api/')

const originOf = (url: string): string => new URL(url).origin

/** With all its headers at once: the server writes such an answer as it is. */
const apiAnswer = (c: FrontContext, body: object, status: number, more: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    // Copied ones last: V8 takes a microsecond or two for each that comes after.
    headers: { 'cache-control': 'no-store', 'content-type': 'application/json', ...c.get('headers'), ...more },
  })

const faultAnswer = (c: FrontContext, error: unknown): Response => {
  const { status, body } = toFaultAnswer(error, c.req.query('locale'))
  if (status === 500) logError('api', error, { trace: true })
  const { retryAfterS } = body.error
  return apiAnswer(c, body, status, retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) })
}

export const createApp = (doors: Doors, settings: FrontOfficeSettings, site: ServerBuild): Hono<{ Variables: Variables }> => {
  const app = new Hono<{ Variables: Variables }>()
  const secure = settings.publicUrl.startsWith('https:')
  const secured = securityHeaders(null, secure)
  const enti = createEnteDirectory(() => doors.knowledge.reader.enti())
  const limits = createLimits()
  const renderSite = createRequestHandler(site, 'production')

  app.use(async (c, next) => {
    const requestId = c.req.header('x-request-id')
    c.set('requestId', requestId !== undefined && /^[\w-]{8,64}$/.test(requestId) ? requestId : randomUUID())
    c.set('nonce', isDesk(c.req.path) ? randomBytes(16).toString('base64') : '')
    c.set('clientAddress', clientAddressOf(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), settings.trustedProxies))
    const headers = { 'x-request-id': c.get('requestId'), ...(isDesk(c.req.path) ? securityHeaders(c.get('nonce'), secure) : secured) }
    c.set('headers', headers)
    // A header set on a finished answer takes it apart and puts it together again, which costs more than a whole list or question. The
    // content API answers through the context, which takes along what was set before; questions put theirs in as they answer.
    if (isApi(c.req.path)) {
      if (isContentApi(c.req.path)) for (const [name, value] of Object.entries(headers)) c.header(name, value)
      return next()
    }
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value)
    return undefined
  })

  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (c) => {
    const [cmsUp, entiKnown] = await Promise.all([
      doors.cms.isUp(),
      enti.all().then(
        () => true,
        () => false,
      ),
    ])
    // Without the back office questions are still answered; without any Ente there is no page to show.
    return c.json({ status: entiKnown ? 'ok' : 'unavailable', backOffice: cmsUp, knowledge: entiKnown }, entiKnown ? 200 : 503, {
      'cache-control': 'no-store',
    })
  })

  app.get('/assets/*', serveAssets(settings.clientDir))
  app.all('/assets/*', (c) => c.text('Not found', 404))

  app.route(
    contentApiPath,
    createContentApi({
      reader: doors.knowledge.content,
      consumers: createConsumers(() => doors.cms.call('apiConsumers', {}, { clientAddress: '', requestId: randomUUID() })),
      limits,
      publicUrl: settings.publicUrl,
    }),
  )

  const withinLimit = async (c: FrontContext, limit: LimitName, answer: () => Promise<Response>): Promise<Response> => {
    try {
      const waitS = await limits.count(limit, c.get('clientAddress'))
      if (waitS !== null) throw new DomainError('too-many-attempts', { retryAfterS: waitS })
      return await answer()
    } catch (error) {
      return faultAnswer(c, error)
    }
  }

  const findEnte = async (slug: string) => {
    try {
      return await enti.bySlug(slug)
    } catch {
      throw new DomainError('unavailable')
    }
  }

  // Before compression: an answer of two kilobytes is sent sooner than it is compressed.
  const questionDoors = { knowledge: doors.knowledge, questions: doors.questions, enteBySlug: (slug: string) => findEnte(slug) }
  app.get('/api/answers', (c) =>
    withinLimit(c, 'answers', async () => apiAnswer(c, await answerRequest(questionDoors, c.req.query()), 200)),
  )
  app.get('/api/suggestions', (c) =>
    withinLimit(c, 'suggestions', async () => {
      const suggestions = await suggestionsRequest(questionDoors, c.req.query())
      // Whoever takes a letter back sees at once what was there before.
      return apiAnswer(c, suggestions, 200, suggestions.degraded ? {} : { 'cache-control': 'private, max-age=30' })
    }),
  )

  app.use(compress())

  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /desk\nDisallow: /inoltri\nDisallow: /api\n'))

  app.get('/uploads/*', async (c) => {
    const path = new URL(c.req.url).pathname
    // Names of files as the back office makes them; it would log an error for anything cleverer.
    if (!/^\/uploads\/[\w.-]+$/.test(path)) return c.text(refusalSentence('noSuchPage', c.req.query('lang')), 404)
    const { status, headers, body } = await doors.cms.upload(path)
    return new Response(body === null ? null : createReadableStreamFromReadable(body), {
      status,
      headers: {
        'cache-control': status === 200 ? 'public, max-age=3600' : 'no-store',
        ...headers,
        'content-security-policy': "default-src 'none'; sandbox",
      },
    })
  })

  app.all('/api/*', (c) => faultAnswer(c, new DomainError('not-found')))

  app.get('/:slug/theme.css', async (c) => {
    const ente = await enti.bySlug(c.req.param('slug')).catch(() => null)
    c.header('content-type', 'text/css; charset=utf-8')
    c.header('cache-control', ente === null ? 'no-store' : 'public, max-age=300')
    return c.body(ente === null ? '' : themeCss(ente.primaryColour), ente === null ? 404 : 200)
  })

  const writesOnlyFromHere = (c: FrontContext): boolean => {
    const host = c.req.header('host') ?? ''
    return isOwnWrite({
      origin: c.req.header('origin'),
      secFetchSite: c.req.header('sec-fetch-site'),
      hasCookie: c.req.header('cookie') !== undefined,
      own: [originOf(settings.publicUrl), `http://${host}`, `https://${host}`],
    })
  }

  app.use(
    bodyLimit({
      maxSize: formLimitBytes,
      // What is left of the body is not read, so nothing else can come over this connection.
      onError: (c) => c.text(refusalSentence('tooLong', c.req.query('lang')), 413, { connection: 'close' }),
    }),
  )

  app.all('*', async (c) => {
    const url = new URL(c.req.url)
    if (!isReadable(url.pathname)) return c.text(refusalSentence('noSuchPage', c.req.query('lang')), 404)
    // Documents are for citizens, data for the desk alone: one shape less to guard.
    if (url.pathname.endsWith('.data') && !isDesk(url.pathname)) return c.text(refusalSentence('noSuchPage', c.req.query('lang')), 404)
    if (!['GET', 'HEAD', 'POST'].includes(c.req.method))
      return c.text(refusalSentence('noSuchMethod', c.req.query('lang')), 405, { allow: 'GET, HEAD, POST' })
    // Our forms send nothing else, and a body of this kind can always be read.
    if (c.req.method === 'POST' && !/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
      return c.text(refusalSentence('wrongKind', c.req.query('lang')), 415)
    if (c.req.method === 'POST' && !writesOnlyFromHere(c)) return c.text(refusalSentence('fromElsewhere', c.req.query('lang')), 403)

    const caller = { clientAddress: c.get('clientAddress'), requestId: c.get('requestId') }
    const front: FrontOffice = {
      enti,
      knowledge: doors.knowledge,
      questions: doors.questions,
      cms: (name, input, session) => doors.cms.call(name, input, { ...caller, ...(session !== undefined && { session }) }),
      limit: (name) => limits.count(name, caller.clientAddress),
      publicUrl: settings.publicUrl,
      backofficeUrl: settings.backofficeUrl,
      secure,
      nonce: c.get('nonce'),
    }
    const response = await renderSite(withoutOrigin(c.req.raw), { front })
    const headers = new Headers(response.headers)
    if (!headers.has('cache-control')) headers.set('cache-control', cachingOf(url.pathname, url.search, response.status))
    if (isUnlisted(url.pathname)) headers.set('x-robots-tag', 'noindex')
    return new Response(response.body, { status: response.status, headers })
  })

  app.onError((error, c) => {
    logError('request', error, { trace: true })
    return c.text(refusalSentence('failed', c.req.query('lang')), 500, { 'cache-control': 'no-store' })
  })

  return app
}

/** An address whose percent signs make no text has no page; React Router would complain about it in the log, each time. */
const isReadable = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** The origin was checked above, against the public address too; React Router would only know this server's own. */
const withoutOrigin = (request: Request): Request => {
  const headers = new Headers(request.headers)
  headers.delete('origin')
  return new Request(request, { headers })
}

/** Names carry a hash of the content, so a browser may keep them for good. */
const serveAssets = (clientDir: URL) =>
  serveStatic<{ Variables: Variables }>({
    root: fileURLToPath(clientDir),
    precompressed: true,
    onFound: (_path, c) => {
      c.header('cache-control', `public, max-age=${String(yearS)}, immutable`)
    },
  })
