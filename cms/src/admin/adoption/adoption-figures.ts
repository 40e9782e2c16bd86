// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PanelResponse } from '@linea-comune/config'

export type Row = PanelResponse<'readAdoption'>[number]

/** One Ente and one model: what it follows, or why it said no. */
export interface EnteRow {
  key: string
  name: string
  version: number
  published: boolean
  own: readonly string[]
  missing: readonly string[]
  waits: boolean
  /** Newest first. */
  declined: Row['declined']
}

export const enteRows = ({ adoptions, declined }: Row): EnteRow[] =>
  adoptions.map(({ ente, documentId, version, published, own, missing, proposalId }) => ({
    key: documentId,
    name: ente?.name ?? 'Federazione',
    version,
    published,
    own,
    missing,
    waits: proposalId !== null,
    declined: declined.filter((line) => line.ente?.code === ente?.code),
  }))

export interface Figures {
  adopters: number
  /** On the newest version. */
  upToDate: number
  /** With at least one text of their own. */
  diverging: number
  lacking: number
  waiting: number
  declined: number
}

export const figuresOf = ({ version, adoptions, declined }: Row): Figures => ({
  adopters: adoptions.length,
  upToDate: adoptions.filter((adoption) => adoption.version === version).length,
  diverging: adoptions.filter(({ own }) => own.length > 0).length,
  lacking: adoptions.filter(({ missing }) => missing.length > 0).length,
  waiting: adoptions.filter(({ proposalId }) => proposalId !== null).length,
  declined: declined.length,
})

/** Which texts the Enti write themselves, the most frequent first: where a model may be wanting. */
export const ownTexts = ({ adoptions }: Pick<Row, 'adoptions'>): { key: string; enti: number }[] => {
  const counts = new Map<string, number>()
  for (const key of adoptions.flatMap(({ own }) => own)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].map(([key, enti]) => ({ key, enti })).sort((a, b) => b.enti - a.enti)
}
