// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, localeNames, locales } from '@linea-comune/config'

interface LocaleService {
  findByCode(code: string): Promise<unknown>
  create(locale: { code: string; name: string }): Promise<unknown>
  setDefaultLocale(locale: { code: string }): Promise<unknown>
}

/** The languages of content. Only missing ones are added, so that an administrator may add others. */
export const setUpLocales = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('i18n').service('locales') as unknown as LocaleService
  for (const code of locales) {
    if (!(await service.findByCode(code))) await service.create({ code, name: `${localeNames[code]} (${code})` })
  }
  await service.setDefaultLocale({ code: defaultLocale })
}
