// SPDX-License-Identifier: AGPL-3.0-or-later

/** Types that belong to an Ente, or to the federation when their `enteCode` is null. */
export const tenantTypes = [
  'api::service-sheet.service-sheet',
  'api::faq.faq',
  'api::office.office',
  'api::place.place',
  'api::contact-point.contact-point',
  'api::lexicon-entry.lexicon-entry',
  'api::confirmed-question.confirmed-question',
] as const
export type TenantType = (typeof tenantTypes)[number]

export const isTenantType = (uid: string): uid is TenantType => tenantTypes.some((type) => type === uid)

/** What an Ente's people see of it in the panel: its content and itself. */
export type GuardedType = TenantType | typeof enteType
export const enteType = 'api::ente.ente'

export const isGuardedType = (uid: string): uid is GuardedType => uid === enteType || isTenantType(uid)

/** Column that says whose a row is: an Ente is its own. */
export const ownerColumn = (uid: GuardedType): 'enteCode' | 'code' => (uid === enteType ? 'code' : 'enteCode')

export const vocabularies = ['api::topic.topic', 'api::service-category.service-category', 'api::life-event.life-event'] as const

/** The same for all Enti: everybody reads them, the administrator writes them. */
export const isVocabulary = (uid: string): boolean => vocabularies.some((type) => type === uid)
