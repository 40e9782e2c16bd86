// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, isLocale, type Difference, type ModelKind } from '@linea-comune/config'
import { table } from '../rows'
import { differencesOf, keysApart } from './differences'
import type { Spoken } from './languages'
import type { ModelTexts, VersionContent } from './model-content'
import { headingKey } from './version-content'

/** A text of the document in one language, with the version that it follows: languages may follow different ones. */
export interface OfferRow {
  locale: string
  modelVersion: number
  /** Keys of texts that the Ente leaves out. */
  modelOmits?: string[] | null
}

export interface Offer {
  kind: ModelKind
  to: VersionContent
  /** What older versions say. */
  contents: ReadonlyMap<number, VersionContent>
}

export const textsBefore = ({ contents }: Offer, { locale, modelVersion }: OfferRow): ModelTexts =>
  contents.get(modelVersion)?.texts[locale] ?? {}

/** What the version changes for one language of a document. */
export const changesOf = (offer: Offer, row: OfferRow): Difference[] =>
  differencesOf(offer.kind, row, textsBefore(offer, row), offer.to.texts[row.locale] ?? {})

/**
 * Languages that the version adds, the Ente speaks, and the document has not: as drafts without a text. What the Italian leaves out or
 * says in the Ente's own words, the model's translation does not say for it.
 */
export const addedLanguages = ({ kind, to, contents }: Offer, drafts: readonly OfferRow[], spoken: Spoken): OfferRow[] => {
  const lead = drafts.find(({ locale }) => locale === defaultLocale) ?? drafts[0]
  if (lead === undefined) return []
  const before = contents.get(lead.modelVersion)?.texts ?? {}
  return Object.keys(to.texts)
    .filter((locale) => isLocale(locale) && before[locale] === undefined && to.texts[locale]?.[headingKey[kind]] !== undefined)
    .filter((locale) => (spoken === 'all' || spoken.includes(locale)) && drafts.every((row) => row.locale !== locale))
    .map((locale) => ({ locale, modelVersion: lead.modelVersion, modelOmits: keysApart(kind, lead) }))
}

export const contentsOf = async (
  strapi: Core.Strapi,
  modelId: string,
  versions: readonly number[],
): Promise<Map<number, VersionContent>> => {
  const rows = await table(strapi, 'model-version').findMany({ where: { modelId, version: { $in: [...new Set(versions)] } } })
  return new Map(rows.map(({ version, content }) => [version, content]))
}
