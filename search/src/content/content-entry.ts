// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { EnteSource } from '../model.js'

/** What the content API lists. Places, contact points and terms come inside these. */
export const contentKinds = ['sheet', 'faq', 'office', 'ente'] as const
export type ContentKind = (typeof contentKinds)[number]

/** As much of a page as is needed to find, filter and order it; its texts stay in the index. */
export interface ContentEntry {
  id: string
  kind: ContentKind
  scope: string
  documentId: string
  locale: Locale
  categoryCodes: string[]
  topicCodes: string[]
  lifeEventCodes: string[]
  sortTitle: string
  sortTime: number
  stamp: number
  /** Of the federation's: codes of the Enti that have their own in its place. */
  givesWayTo: string[]
  /** Of sheets, offices and Enti. */
  slug?: string
  /** Of sheets. */
  active?: boolean
  /** Of Enti. */
  code?: string
  name?: string
  lifecycle?: EnteSource['lifecycle']
}

export const entryFields = [
  'id',
  'kind',
  'scope',
  'documentId',
  'locale',
  'categoryCodes',
  'topicCodes',
  'lifeEventCodes',
  'sortTitle',
  'sortTime',
  'stamp',
  'givesWayTo',
  'slug',
  'active',
  'code',
  'name',
  'lifecycle',
] as const satisfies readonly (keyof ContentEntry)[]
