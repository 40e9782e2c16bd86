// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { mediaTypes } from './negotiate.js'
import type { Format } from './parameters.js'

export interface ApiVariables {
  clientAddress: string
}
export type ApiContext = Context<{ Variables: ApiVariables }>

export const basePath = '/api/v1'
export const methods = 'GET, HEAD, OPTIONS'
const caching = 'public, max-age=60'

/** Reading is open to every site: the data are public, and no cookie counts here. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
  'cross-origin-resource-policy': 'cross-origin',
} as const

export const forPreflight = {
  allow: methods,
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'Authorization, X-Api-Key, Accept, If-None-Match',
  'access-control-max-age': '86400',
} as const

/** What follows the media type. JSON is UTF-8 by itself. */
const contentParameters: Record<Format, string> = {
  json: '',
  csv: '; charset=utf-8; header=present',
  jsonld: '',
  turtle: '; charset=utf-8',
}
export const contentTypeOf = (format: Format): string => mediaTypes[format] + contentParameters[format]

/** Weak, since compression may change the bytes on their way. */
export const etagOf = (...parts: readonly unknown[]): string =>
  `W/"${createHash('sha1').update(JSON.stringify(parts)).digest('base64url')}"`

/** Whether the caller has this version already (RFC 9110, 13.1.2). */
const hasVersion = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag.slice(2)) ?? false

interface Described {
  etag: string
  contentType: string
  headers?: Readonly<Record<string, string>>
}

/** An answer that may be kept for a minute; without a body, which is then not made, when the caller has it already. */
export const answer = async (
  c: ApiContext,
  { etag, contentType, headers = {} }: Described,
  body: () => Promise<Uint8Array<ArrayBuffer> | string>,
): Promise<Response> => {
  const common = { etag, 'cache-control': caching, vary: 'Accept, Accept-Encoding', ...headers }
  if (hasVersion(c.req.header('if-none-match'), etag)) return c.body(null, 304, common)
  return c.body(await body(), 200, { ...common, 'content-type': contentType })
}
