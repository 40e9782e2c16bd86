// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modules } from '@strapi/strapi'
import { defaultLocale, type Locale } from '@linea-comune/config'

interface Params {
  locale?: string | string[] | null
  status?: string
}

/** Languages that a call names; without one Strapi takes the default, and `*` is every language the document has. */
export const localesOf = ({ params }: Modules.Documents.Middleware.Context): readonly string[] => {
  const { locale } = params as Params
  return [locale ?? defaultLocale].flat()
}

/** Whether a call shows citizens a new version: `create` and `update` publish too, when they are told so. */
export const publishes = (context: Modules.Documents.Middleware.Context): boolean =>
  context.action === 'publish' ||
  ((context.action === 'create' || context.action === 'update') && (context.params as Params).status === 'published')

export const publishesIn = (context: Modules.Documents.Middleware.Context, locale: Locale): boolean =>
  publishes(context) && localesOf(context).some((asked) => asked === locale || asked === '*')
