// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import {
  faultResponse,
  internalCalls,
  internalHeaders,
  type ErrorCode,
  type InternalCallName,
  type InternalRequest,
  type InternalResponse,
} from '@linea-comune/config'

/** A refusal of the back office, by its code. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly fields: Record<string, string> = {},
  ) {
    super(`${String(status)} ${code} ${JSON.stringify(fields)}`)
  }
}

export type CallBackOffice = <N extends InternalCallName>(
  name: N,
  input: InternalRequest<N>,
  session?: string,
) => Promise<InternalResponse<N>>

/** Speaks to the back office as the front office does. */
export const connectBackOffice = (backofficePort: number, dataDir: string): CallBackOffice => {
  const token = fs.readFileSync(path.join(dataDir, 'secrets', 'internal-token'), 'utf8').trim()
  return async (name, input, session = '') => {
    const { path: where, response: schema } = internalCalls[name]
    const response = await fetch(`http://127.0.0.1:${String(backofficePort)}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [internalHeaders.token]: token, [internalHeaders.deskSession]: session },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(20_000),
    })
    const body: unknown = await response.json()
    if (!response.ok) {
      const { error } = faultResponse.parse(body)
      throw new Refused(response.status, error.code, error.fields)
    }
    return schema.parse(body) as InternalResponse<typeof name>
  }
}
