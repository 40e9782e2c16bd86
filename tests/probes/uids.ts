// SPDX-License-Identifier: AGPL-3.0-or-later

export const sheetUid = 'api::service-sheet.service-sheet'
export const faqUid = 'api::faq.faq'
export const officeUid = 'api::office.office'
export const placeUid = 'api::place.place'
export const contactUid = 'api::contact-point.contact-point'
export const lexiconUid = 'api::lexicon-entry.lexicon-entry'
export const confirmedUid = 'api::confirmed-question.confirmed-question'
export const enteUid = 'api::ente.ente'
export const topicUid = 'api::topic.topic'

/** Types that belong to Enti. */
export const content = [sheetUid, faqUid, officeUid, placeUid, contactUid, lexiconUid, confirmedUid]
