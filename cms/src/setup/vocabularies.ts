// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { lifeEvents, serviceCategories, topics, toSlug, type VocabularyTerm } from '@linea-comune/config'

const vocabularies = [
  { uid: 'api::topic.topic', terms: topics },
  { uid: 'api::service-category.service-category', terms: serviceCategories },
  { uid: 'api::life-event.life-event', terms: lifeEvents },
] as const

/** Official terms, word for word. Missing ones are added; none is changed, since an administrator may have added translations. */
export const setUpVocabularies = async (strapi: Core.Strapi): Promise<void> => {
  for (const { uid, terms } of vocabularies) {
    const known = new Set(((await strapi.db.query(uid).findMany({ select: ['code'] })) as { code: string }[]).map((row) => row.code))
    for (const term of terms) if (!known.has(term.code)) await strapi.documents(uid).create({ data: toRow(term) as never })
  }
}

const toRow = (term: VocabularyTerm) => ({
  code: term.code,
  slug: toSlug(term.it),
  name: term.it,
  translations: (['en', 'de'] as const).flatMap((locale) => (term[locale] === undefined ? [] : [{ locale, name: term[locale] }])),
})
