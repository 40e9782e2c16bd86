// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import {
  DomainError,
  errorStatus,
  internalCalls,
  internalHeaders,
  parseInput,
  type FaultResponse,
  type InternalCallName,
} from '@linea-comune/config'
import { hashOf, sameHash } from '../identity/keys'
import { settings } from '../settings'
import { operations } from './operations'

/** Koa reads the body before the route; Strapi's own types leave it out. */
type WithBody = Context & { request: { body?: unknown } }

const header = (ctx: Context, name: string): string => ctx.get(name)

const toFault = (error: DomainError): FaultResponse => ({
  error: {
    code: error.code,
    ...(error.details.fields && { fields: error.details.fields }),
    ...(error.details.retryAfterS !== undefined && { retryAfterS: error.details.retryAfterS }),
  },
})

const answer = async (strapi: Core.Strapi, name: InternalCallName, ctx: WithBody): Promise<void> => {
  try {
    if (!sameHash(hashOf(header(ctx, internalHeaders.token)), hashOf(settings().secrets.internalToken)))
      throw new DomainError('not-allowed')
    const input = parseInput(internalCalls[name].request, ctx.request.body ?? {})
    // The table of operations pairs each name with its own input; the union of all of them cannot say so.
    const operation = operations[name] as (strapi: Core.Strapi, input: unknown, session: string) => Promise<unknown>
    ctx.body = await operation(strapi, input, header(ctx, internalHeaders.deskSession))
  } catch (error) {
    const fault = error instanceof DomainError ? error : new DomainError('internal')
    if (!(error instanceof DomainError))
      strapi.log.error(
        `${name} ${header(ctx, internalHeaders.requestId)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    ctx.status = errorStatus[fault.code]
    ctx.body = toFault(fault)
  }
}

/**
 * The front office's door, `/internal/*`. Registered by code as routes of type `admin`: Strapi overwrites that type for
 * files under `src/api`, and core REST routes would be open to API tokens. Strapi prefixes admin routes with nothing.
 */
export const registerInternalRoutes = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    routes: [
      ...(Object.keys(internalCalls) as InternalCallName[]).map((name) => ({
        method: 'POST' as const,
        path: internalCalls[name].path,
        handler: (ctx: WithBody) => answer(strapi, name, ctx),
        config: { auth: false as const },
        info: { pluginName: 'linea-comune', type: 'admin' },
      })),
      {
        method: 'GET' as const,
        path: '/internal/ready',
        handler: (ctx: Context) => {
          ctx.body = { ready: true }
        },
        config: { auth: false as const },
        info: { pluginName: 'linea-comune', type: 'admin' },
      },
    ],
  } as unknown as Parameters<typeof strapi.server.routes>[0])
}
