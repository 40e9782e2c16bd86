// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections } from '@linea-comune/config'

/** A field and its width, in twelfths of the form. */
type Cell = readonly [field: string, width: number]
export type Form = readonly (readonly Cell[])[]

const whole = (field: string): readonly Cell[] => [[field, 12]]
const halves = (left: string, right: string): readonly Cell[] => [
  [left, 6],
  [right, 6],
]

const sectionRows = (after: Record<string, Form> = {}): Form => sheetSections.flatMap(({ key }) => [whole(key), ...(after[key] ?? [])])

/** Only the centre sees it: whose text this is. */
const owner = whole('enteCode')

/**
 * What editors fill in, in the order of the Modello Comuni (“Servizio”, “Domanda frequente”, “Unità organizzativa”, “Luogo”). What
 * no form names is written by the system.
 */
export const panelForms: Record<string, Form> = {
  'api::service-sheet.service-sheet': [
    whole('title'),
    whole('summary'),
    halves('categories', 'topics'),
    [
      ['active', 4],
      ['inactiveReason', 8],
    ],
    ...sectionRows({
      access: [halves('onlineUrl', 'onlineLabel'), [['bookingUrl', 6]], halves('offices', 'contactPoints'), halves('places', 'lifeEvents')],
    }),
    whole('keywords'),
    [
      ['reviewBy', 6],
      ['slug', 6],
    ],
    [['outdatedSince', 6]],
    owner,
  ],
  'api::faq.faq': [
    whole('question'),
    whole('answer'),
    whole('phrasings'),
    halves('topics', 'sheet'),
    halves('reviewBy', 'validUntil'),
    halves('reviewer', 'outdatedSince'),
    owner,
  ],
  'api::model-sheet.model-sheet': [
    whole('title'),
    whole('summary'),
    whole('changeNote'),
    halves('categories', 'topics'),
    ...sectionRows({ access: [whole('localFields')] }),
    [['lifeEvents', 6]],
    whole('keywords'),
  ],
  'api::model-faq.model-faq': [whole('question'), whole('answer'), whole('changeNote'), whole('phrasings'), [['topics', 6]]],
  'api::office.office': [
    [
      ['name', 8],
      ['kind', 4],
    ],
    whole('summary'),
    whole('duties'),
    halves('places', 'contactPoints'),
    whole('hours'),
    whole('hoursNote'),
    halves('forwardingChannel', 'forwardingEmail'),
    whole('translations'),
    [['slug', 6]],
    owner,
  ],
  'api::place.place': [
    whole('name'),
    whole('address'),
    halves('latitude', 'longitude'),
    whole('access'),
    whole('summary'),
    whole('hours'),
    whole('hoursNote'),
    whole('translations'),
    owner,
  ],
  'api::lexicon-entry.lexicon-entry': [
    whole('says'),
    whole('means'),
    whole('reason'),
    halves('language', 'origin'),
    [['active', 6]],
    owner,
  ],
  'api::confirmed-question.confirmed-question': [whole('question'), whole('page'), [['language', 6]], owner],
  'api::contact-point.contact-point': [whole('name'), whole('entries'), whole('hoursNote'), owner],
}
