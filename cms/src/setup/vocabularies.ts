// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { lifeEvents, serviceCategories, topics, toSlug, translationLocales, type VocabularyTerm } from '@linea-comune/config'

const vocabularies = [
  { uid: 'api::topic.topic', terms: topics },
  { uid: 'api::service-category.service-category', terms: serviceCategories },
  { uid: 'api::life-event.life-event', terms: lifeEvents },
] as const

interface Row {
  documentId: string
  code: string
  translations: { locale: string; name: string; summary?: string | null }[]
}

/** Official terms, word for word. Missing ones and missing names are added; what is there stays, since an administrator may have changed it. */
export const setUpVocabularies = async (strapi: Core.Strapi): Promise<void> => {
  for (const { uid, terms } of vocabularies) {
    const rows = (await strapi.db.query(uid).findMany({ populate: { translations: true } })) as Row[]
    const known = new Map(rows.map((row) => [row.code, row]))
    for (const term of terms) {
      const row = known.get(term.code)
      if (row === undefined) await strapi.documents(uid).create({ data: toRow(term) as never })
      else await addTranslations(strapi, uid, row, term)
    }
  }
}

const translationsOf = (term: VocabularyTerm) => translationLocales.map((locale) => ({ locale, name: term[locale] }))

const toRow = (term: VocabularyTerm) => ({
  code: term.code,
  slug: toSlug(term.it),
  name: term.it,
  translations: translationsOf(term),
})

/** An installation that spoke fewer languages before this one. */
const addTranslations = async (
  strapi: Core.Strapi,
  uid: (typeof vocabularies)[number]['uid'],
  { documentId, translations }: Row,
  term: VocabularyTerm,
): Promise<void> => {
  const missing = translationsOf(term).filter(({ locale }) => !translations.some((known) => known.locale === locale))
  if (missing.length === 0) return
  const kept = translations.map(({ locale, name, summary }) => ({ locale, name, summary: summary ?? '' }))
  await strapi.documents(uid).update({ documentId, data: { translations: [...kept, ...missing] } as never })
}
