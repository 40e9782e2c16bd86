// SPDX-License-Identifier: AGPL-3.0-or-later
import { createStrapi, type Core } from '@strapi/strapi'
import { appDir, distDir, settings } from '../settings'

/** Strapi with its database and without server, workers or cron: commands run beside a back office that is at work. */
export const bootForCommand = async (): Promise<Core.Strapi> => {
  // Reading the settings first means that a wrong environment is named before anything else happens.
  settings()
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false })
  // Standard output belongs to the command's answer.
  strapi.log.level = 'error'
  return strapi.load()
}
