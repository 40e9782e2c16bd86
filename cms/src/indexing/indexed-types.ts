// SPDX-License-Identifier: AGPL-3.0-or-later
import type { UID } from '@strapi/strapi'
import type { IndexedKind } from '@linea-comune/search'

/** What a change of each type asks of the index. Vocabularies have no entry of their own but are shown by others. */
export const indexedTypes = {
  'api::ente.ente': 'ente',
  'api::office.office': 'office',
  'api::place.place': 'place',
  'api::contact-point.contact-point': 'contact-point',
  'api::service-sheet.service-sheet': 'sheet',
  'api::faq.faq': 'faq',
  'api::lexicon-entry.lexicon-entry': 'lexicon-entry',
  'api::confirmed-question.confirmed-question': 'confirmed-question',
  'api::topic.topic': 'topic',
  'api::service-category.service-category': 'service-category',
  'api::life-event.life-event': 'life-event',
} as const satisfies Partial<Record<UID.ContentType, IndexedKind | 'topic' | 'service-category' | 'life-event'>>

export type IndexJobKind = (typeof indexedTypes)[keyof typeof indexedTypes]

export const uidOfKind = Object.fromEntries(Object.entries(indexedTypes).map(([uid, kind]) => [kind, uid])) as Record<
  IndexJobKind,
  keyof typeof indexedTypes
>

export const kindOfUid = (uid: string): IndexJobKind | undefined => (indexedTypes as Record<string, IndexJobKind>)[uid]
