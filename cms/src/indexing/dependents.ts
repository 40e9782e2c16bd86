// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { inThePlaceOf } from './gives-way'
import { inChunks } from './in-chunks'
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
  'lexicon-entry': [],
  'confirmed-question': [],
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

/** Documents and everything that shows them, near and far: a place is shown by offices, and those by sheets. */
export const withDependents = async (strapi: Core.Strapi, changed: readonly Target[]): Promise<Target[]> => {
  const seen = new Map(changed.map((target) => [target.documentId, target]))
  for (let level = [...seen.values()]; level.length > 0;) {
    const next: Target[] = []
    for (const target of await showing(strapi, level)) {
      if (seen.has(target.documentId)) continue
      seen.set(target.documentId, target)
      next.push(target)
    }
    level = next
  }
  return [...seen.values()]
}

const showing = async (strapi: Core.Strapi, shown: readonly Target[]): Promise<Target[]> => {
  const found: Target[] = []
  for (const of of new Set(shown.map((target) => target.kind))) {
    const ids = shown.filter((target) => target.kind === of).map((target) => target.documentId)
    // The federation's shows where an Ente has nothing in its place.
    if (of === 'sheet' || of === 'faq') found.push(...(await inThePlaceOf(strapi, of, ids)).map((documentId) => ({ kind: of, documentId })))
    for (const { kind, through } of shownBy[of]) {
      for (const some of inChunks(ids)) {
        const rows = (await strapi.db.query(uidOfKind[kind]).findMany({
          select: ['documentId'],
          where: { [through]: { documentId: { $in: some } } },
        })) as { documentId: string }[]
        found.push(...rows.map(({ documentId }) => ({ kind, documentId })))
      }
    }
  }
  return found
}
