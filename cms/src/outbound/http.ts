// SPDX-License-Identifier: AGPL-3.0-or-later
import dns from 'node:dns'
import net, { type BlockList } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, request, type Dispatcher } from 'undici'
import { settings } from '../settings'
import { isPublicAddress, toAllowList } from './public-address'

export type HttpResult =
  | { ok: true; status: number; excerpt: string }
  | { ok: false; reason: 'forbidden-address' | 'timeout' | 'unreachable' | 'certificate'; detail: string }

/** Longest a call may take, answer included; leases are counted from it. */
export const httpTimeoutMs = 15_000
const excerptLength = 300

class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress'
}

const refuseAny = (host: string, addresses: readonly dns.LookupAddress[], allowed: BlockList): Error | null =>
  addresses.every(({ address }) => isPublicAddress(address, allowed)) ? null : new ForbiddenAddress(`${host} is not on the internet`)

/**
 * Refuses private addresses at the moment of connecting, on the very answer that the connection uses: a name that
 * resolves to something else the second time gains nothing.
 */
const guardedAgent = (allowed: BlockList): Dispatcher =>
  new Agent({
    connections: 4,
    pipelining: 1,
    keepAliveTimeout: 1000,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    connect: {
      timeout: 5000,
      lookup: (host, options, callback) => {
        dns.lookup(host, { ...options, all: true, verbatim: true }, (error, addresses) => {
          const [first] = error === null ? addresses : []
          const refusal = error ?? refuseAny(host, addresses, allowed)
          if (refusal !== null || first === undefined) callback(refusal ?? new ForbiddenAddress(`${host} has no address`), '', 0)
          // With `all` the callback takes the list, which its type does not say.
          else if (options.all === true) (callback as unknown as (e: null, list: dns.LookupAddress[]) => void)(null, addresses)
          else callback(null, first.address, first.family)
        })
      },
    },
  })

let agent: { dispatcher: Dispatcher; allowed: BlockList } | undefined

const open = (): { dispatcher: Dispatcher; allowed: BlockList } => {
  if (agent) return agent
  const allowed = toAllowList(settings().env.webhook.allowCidr)
  agent = { allowed, dispatcher: guardedAgent(allowed) }
  return agent
}

const refuseAddress = (url: URL, allowed: BlockList): string | null => {
  const schemes = settings().env.webhook.allowHttp ? ['https:', 'http:'] : ['https:']
  if (!schemes.includes(url.protocol)) return `${url.protocol} is not allowed`
  if (url.username !== '' || url.password !== '') return 'credentials in the address'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Literal addresses never reach the resolver, so they are checked here.
  return net.isIP(host) !== 0 && !isPublicAddress(host, allowed) ? `${host} is not on the internet` : null
}

/** The first words of an answer, for the log. The status alone decides: a body that is long, slow or cut changes nothing. */
const excerptOf = async (body: Readable): Promise<string> => {
  let text = ''
  try {
    for await (const chunk of body) {
      text += String(chunk)
      if (text.length >= excerptLength) break
    }
  } catch {
    // What came until then is what there is to show.
  }
  body.destroy()
  return text.slice(0, excerptLength)
}

/** The one door through which other people's servers are called. Follows no redirect and reads no more than an excerpt. */
export const postJson = async (address: string, body: string, headers: Record<string, string>): Promise<HttpResult> => {
  const { dispatcher, allowed } = open()
  if (!URL.canParse(address)) return { ok: false, reason: 'forbidden-address', detail: 'not an address' }
  const url = new URL(address)
  const refused = refuseAddress(url, allowed)
  if (refused !== null) return { ok: false, reason: 'forbidden-address', detail: refused }
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher,
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'linea-comune', ...headers },
      signal: AbortSignal.timeout(httpTimeoutMs),
    })
    return { ok: true, status: response.statusCode, excerpt: await excerptOf(response.body) }
  } catch (error) {
    return toFailure(error)
  }
}

const toFailure = (error: unknown): HttpResult => {
  const { name, code = '', message } = error as Error & { code?: string }
  const detail = `${code} ${message}`.trim().slice(0, excerptLength)
  if (name === 'ForbiddenAddress') return { ok: false, reason: 'forbidden-address', detail }
  if (name === 'TimeoutError' || code.includes('TIMEOUT')) return { ok: false, reason: 'timeout', detail }
  if (code.startsWith('ERR_TLS') || code.includes('CERT')) return { ok: false, reason: 'certificate', detail }
  return { ok: false, reason: 'unreachable', detail }
}

export const closeHttp = async (): Promise<void> => {
  await agent?.dispatcher.close()
  agent = undefined
}
