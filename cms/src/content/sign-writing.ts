// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { currentActor } from '../tenancy/actor'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'clone'])

/** Who wrote is known also of what our own operations write for a person: Strapi signs only what comes from its own forms. */
export const signWriting =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!context.uid.startsWith('api::') || !writes.has(context.action)) return next()
    const actor = await currentActor(strapi)
    if (actor.kind === 'system' || actor.userId === 0) return next()
    const params = context.params as { data?: Record<string, unknown> }
    params.data = { ...params.data, updatedBy: actor.userId, ...(context.action !== 'update' && { createdBy: actor.userId }) }
    return next()
  }
