// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { uidOfKind, type IndexJobKind } from './indexed-types'

interface Shows {
  kind: 'sheet' | 'faq' | 'office'
  /** Relation of the showing type that leads to the changed one. */
  through: string
}

/** Which documents show which: a change of one is a change of every page that shows it. */
const shownBy: Record<IndexJobKind, readonly Shows[]> = {
  ente: [],
  place: [
    { kind: 'office', through: 'places' },
    { kind: 'sheet', through: 'places' },
  ],
  'contact-point': [
    { kind: 'office', through: 'contactPoints' },
    { kind: 'sheet', through: 'contactPoints' },
  ],
  office: [{ kind: 'sheet', through: 'offices' }],
  sheet: [{ kind: 'faq', through: 'sheet' }],
  faq: [],
  topic: [
    { kind: 'sheet', through: 'topics' },
    { kind: 'faq', through: 'topics' },
  ],
  'service-category': [{ kind: 'sheet', through: 'categories' }],
  'life-event': [{ kind: 'sheet', through: 'lifeEvents' }],
}

export interface Target {
  kind: IndexJobKind
  documentId: string
}

/** A document and everything that shows it, near and far: a place is shown by offices, and those by sheets. */
export const withDependents = async (strapi: Core.Strapi, changed: Target): Promise<Target[]> => {
  const seen = new Map<string, Target>([[changed.documentId, changed]])
  const queue = [changed]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const { kind, through } of shownBy[next.kind]) {
      const rows = (await strapi.db.query(uidOfKind[kind]).findMany({
        select: ['documentId'],
        where: { [through]: { documentId: next.documentId } },
      })) as { documentId: string }[]
      for (const { documentId } of rows) {
        if (seen.has(documentId)) continue
        const target: Target = { kind, documentId }
        seen.set(documentId, target)
        queue.push(target)
      }
    }
  }
  return [...seen.values()]
}
