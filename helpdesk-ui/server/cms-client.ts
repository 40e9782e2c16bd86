// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  DomainError,
  faultResponse,
  internalCalls,
  internalHeaders,
  type InternalCallName,
  type InternalRequest,
  type InternalResponse,
} from '@linea-comune/config'
import { Pool, type Dispatcher } from 'undici'

/** On whose behalf a call is made. */
interface Caller {
  clientAddress: string
  requestId: string
  /** The desk session of the person who asks, for the calls that need one. */
  session?: string
}

interface Upload {
  status: number
  headers: Record<string, string>
  body: Readable | null
}

/** The only door to the back office. */
export interface CmsClient {
  /** Answers what the contract says, or throws a `DomainError`; `unavailable` when the back office could not be asked. */
  call<N extends InternalCallName>(name: N, input: InternalRequest<N>, caller: Caller): Promise<InternalResponse<N>>
  upload(path: string): Promise<Upload>
  /** True when the back office answers at all. */
  isUp(): Promise<boolean>
  close(): Promise<void>
}

export interface CmsClientSettings {
  url: string
  token?: string
  /** Where the token lies when the environment does not give one; the back office writes it at its first start. */
  tokenFile: string
}

const kept = ['content-type', 'content-length', 'etag', 'last-modified', 'cache-control'] as const

const headerOf = (headers: Dispatcher.ResponseData['headers'], name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unavailable = (detail: string): DomainError => new DomainError('unavailable', { detail })

export const connectCms = (settings: CmsClientSettings): CmsClient => {
  const pool = new Pool(settings.url, { connections: 32, connect: { timeout: 2_000 }, headersTimeout: 15_000, bodyTimeout: 15_000 })
  let token = settings.token

  const readToken = async (): Promise<string> => {
    token ??= (await readFile(settings.tokenFile, 'utf8').catch(() => '')).trim() || undefined
    if (token === undefined) throw unavailable(`no internal token in ${settings.tokenFile}`)
    return token
  }

  const post = async (path: string, body: string, headers: Record<string, string>): Promise<{ status: number; text: string }> => {
    try {
      const response = await pool.request({ method: 'POST', path, body, headers })
      return { status: response.statusCode, text: await response.body.text() }
    } catch (error) {
      throw unavailable(error instanceof Error ? error.message : 'back office not reachable')
    }
  }

  return {
    async call(name, input, caller) {
      const contract = internalCalls[name]
      const { status, text } = await post(contract.path, JSON.stringify(input), {
        'content-type': 'application/json',
        [internalHeaders.token]: await readToken(),
        [internalHeaders.clientAddress]: caller.clientAddress,
        [internalHeaders.requestId]: caller.requestId,
        ...(contract.desk && caller.session !== undefined && { [internalHeaders.deskSession]: caller.session }),
      })
      const answer = parseJson(text)
      if (status >= 200 && status < 300) {
        const parsed = contract.response.safeParse(answer)
        if (!parsed.success) throw new Error(`${name} answered against its contract: ${parsed.error.message}`)
        // The schema that just parsed it is the one the type is inferred from; TypeScript cannot follow it through the index.
        return parsed.data as InternalResponse<typeof name>
      }
      const fault = faultResponse.safeParse(answer)
      if (!fault.success) throw unavailable(`${name}: status ${String(status)}`)
      const { code, ...details } = fault.data.error
      throw new DomainError(code, { ...details, detail: `${name}: ${code}` })
    },

    async upload(path) {
      try {
        const response = await pool.request({ method: 'GET', path })
        const found = kept.flatMap((name) => {
          const value = headerOf(response.headers, name)
          return value === undefined ? [] : [[name, value] as const]
        })
        if (response.statusCode !== 200) {
          await response.body.dump()
          // A name that the back office cannot read is a file that does not exist.
          return { status: response.statusCode < 500 ? 404 : 502, headers: {}, body: null }
        }
        return { status: 200, headers: Object.fromEntries(found), body: response.body }
      } catch {
        return { status: 503, headers: {}, body: null }
      }
    },

    async isUp() {
      try {
        const response = await pool.request({ method: 'HEAD', path: '/_health', headersTimeout: 2_000 })
        await response.body.dump()
        return response.statusCode < 500
      } catch {
        return false
      }
    },

    close: () => pool.close(),
  }
}
