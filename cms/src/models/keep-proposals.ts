// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { modelKinds } from '@linea-comune/config'
import { table } from '../rows'
import { contentTypes } from './version-content'

type Context = Modules.Documents.Middleware.Context

/** A proposal that waits belongs to whoever its document belongs to, and ends with it. */
export const keepProposals =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const follow = follows(context)
    if (follow === undefined) return next()
    return strapi.db.transaction(async () => {
      const written = await next()
      await follow(strapi, context)
      return written
    })
  }

type Follow = (strapi: Core.Strapi, context: Context) => Promise<void>

const follows = ({ uid, action, params }: Context): Follow | undefined => {
  if (!modelKinds.some((kind) => contentTypes[kind] === uid)) return undefined
  if (action === 'delete') return closeWithDocument
  const { data } = params as { data?: { enteCode?: string | null } }
  return action === 'update' && data?.enteCode !== undefined ? moveWithDocument : undefined
}

const targetOf = ({ params }: Context): string => (params as { documentId: string }).documentId

const moveWithDocument: Follow = async (strapi, context) => {
  const row = (await strapi.db.query(context.uid).findOne({ where: { documentId: targetOf(context) } as never })) as {
    enteCode: string | null
  } | null
  if (row === null) return
  await table(strapi, 'model-proposal').updateMany({
    where: { target: targetOf(context), state: 'open' },
    data: { enteCode: row.enteCode },
  })
}

/** Of one language that goes nothing is said: the others still follow the model. */
const closeWithDocument: Follow = async (strapi, context) => {
  if ((await strapi.db.query(context.uid).count({ where: { documentId: targetOf(context) } as never })) > 0) return
  await table(strapi, 'model-proposal').updateMany({
    where: { target: targetOf(context), state: 'open' },
    data: { state: 'superseded', decidedOn: new Date().toISOString() },
  })
}
