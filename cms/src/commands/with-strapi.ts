// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { untilIdle } from '../database/until-idle'
import { bootForCommand } from './boot'

/** Boots, works, and closes when the database has nothing left to do. */
export const withStrapi = async <T>(work: (strapi: Core.Strapi) => Promise<T>): Promise<T> => {
  const strapi = await bootForCommand()
  try {
    return await work(strapi)
  } finally {
    await untilIdle(strapi)
    await strapi.destroy()
  }
}
