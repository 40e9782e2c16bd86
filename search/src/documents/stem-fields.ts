// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetSectionKey } from '@linea-comune/config'

/** Where the stems of each section go. A record, so that a new section compiles only when it has a field. */
export const sectionFields = {
  audience: 'sAudience',
  howTo: 'sHowTo',
  needed: 'sNeeded',
  outcome: 'sOutcome',
  times: 'sTimes',
  costs: 'sCosts',
  access: 'sAccess',
  constraints: 'sConstraints',
  specialCases: 'sSpecialCases',
  furtherInfo: 'sFurtherInfo',
  conditions: 'sConditions',
  contacts: 'sContacts',
} as const satisfies Record<SheetSectionKey, string>

/** Fields that say what a document is about; the others say something about it. */
export const headFields = ['sTitle', 'sKeywords', 'sPhrasings'] as const

/** Every stemmed field, in the order in which the engine prefers a match. */
export const stemFields = [
  'sTitle',
  'sPhrasings',
  'sKeywords',
  'sSummary',
  'sAnswer',
  'sHowTo',
  'sCosts',
  'sAudience',
  'sNeeded',
  'sTimes',
  'sOutcome',
  'sAccess',
  'sConstraints',
  'sSpecialCases',
  'sFurtherInfo',
  'sConditions',
  'sContacts',
] as const
export type StemField = (typeof stemFields)[number]
