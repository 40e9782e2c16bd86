// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { errors } from '@strapi/utils'
import { panelCalls, type PanelCallName } from '@linea-comune/config'
import { currentCaller, type Caller } from './caller'
import { panelOperations } from './operations'

type WithBody = Context & { request: { body?: unknown } }

const answer = async (strapi: Core.Strapi, name: PanelCallName, ctx: WithBody): Promise<void> => {
  const { permission, request } = panelCalls[name]
  const caller = await currentCaller(strapi)
  if (permission !== null && !caller.may(permission)) throw new errors.PolicyError('Il tuo ruolo non lo permette.')
  const parsed = request.safeParse(ctx.request.body ?? {})
  if (!parsed.success) {
    const [first] = parsed.error.issues
    throw new errors.ValidationError('La richiesta non è completa: ricarica la pagina e riprova.', { field: first?.path.join('.') })
  }
  // The table of operations pairs each name with its own input; the union of all of them cannot say so.
  const operation = panelOperations[name] as (strapi: Core.Strapi, caller: Caller, input: unknown) => Promise<unknown>
  ctx.body = { data: await operation(strapi, caller, parsed.data) }
}

/** The door of the panel's own pages, `/linea-comune/*`: for people who are signed in, each call behind its permission. */
export const registerPanelRoutes = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    routes: (Object.keys(panelCalls) as PanelCallName[]).map((name) => ({
      method: 'POST' as const,
      path: panelCalls[name].path,
      handler: (ctx: WithBody) => answer(strapi, name, ctx),
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      info: { pluginName: 'linea-comune', type: 'admin' },
    })),
  } as unknown as Parameters<typeof strapi.server.routes>[0])
}
