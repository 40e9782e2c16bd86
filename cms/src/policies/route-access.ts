// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { currentActor } from '../tenancy/actor'
import type { Access } from '../tenancy/route-access'

/** Holds the table of routes, whatever roles and their conditions say. */
export default async (_context: unknown, { access }: { access: Access }, { strapi }: { strapi: Core.Strapi }): Promise<true> => {
  if (!(await isOpen(strapi, access))) throw new errors.PolicyError('Il tuo ruolo non lo permette.')
  return true
}

const isOpen = async (strapi: Core.Strapi, access: Access): Promise<boolean> => {
  if (access === 'anyone') return true
  if (access === 'nobody') return false
  const actor = await currentActor(strapi)
  if (access === 'administrator') return actor.kind === 'administrator'
  return actor.kind === 'administrator' || (actor.kind === 'person' && actor.userId !== 0)
}
