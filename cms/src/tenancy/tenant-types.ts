// SPDX-License-Identifier: AGPL-3.0-or-later

/** Types that belong to an Ente, or to the federation when their `enteCode` is null. */
export const tenantTypes = [
  'api::service-sheet.service-sheet',
  'api::faq.faq',
  'api::office.office',
  'api::place.place',
  'api::contact-point.contact-point',
] as const
export type TenantType = (typeof tenantTypes)[number]

export const isTenantType = (uid: string): uid is TenantType => tenantTypes.some((type) => type === uid)
