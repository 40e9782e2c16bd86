// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { currentActor } from '../tenancy/actor'
import { isVocabulary } from '../tenancy/tenant-types'

interface Context {
  body?: { data?: { contentTypes?: { uid: string; isDisplayed: boolean }[] } }
}
interface Route {
  path: string
  config?: { middlewares?: unknown[] }
}

/**
 * Editors choose terms of the vocabularies from within a text, and change none: their pages need no place in the menu. The content
 * manager draws it from this answer.
 */
export const keepMenuShort = (strapi: Core.Strapi): void => {
  const { routes } = (strapi.plugin('content-manager').routes as unknown as Record<string, { routes: Route[] }>).admin ?? { routes: [] }
  const init = routes.find(({ path }) => path === '/init')
  if (init === undefined) throw new Error('The content manager has no route /init any more')
  init.config = { ...init.config, middlewares: [...(init.config?.middlewares ?? []), withoutVocabularies(strapi)] }
}

const withoutVocabularies = (strapi: Core.Strapi) => async (context: Context, next: () => Promise<void>) => {
  await next()
  const actor = await currentActor(strapi)
  if (actor.kind !== 'person') return
  for (const type of context.body?.data?.contentTypes ?? []) if (isVocabulary(type.uid)) type.isDisplayed = false
}
