// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { PanelInput, PanelResponse } from '@linea-comune/config'
import type { Caller } from '../panel/caller'
import { table } from '../rows'

/** What became of an entry, newest first; nothing of another Ente's. */
export const readLexiconHistory = async (
  strapi: Core.Strapi,
  { enti }: Caller,
  { documentId }: PanelInput<'readLexiconHistory'>,
): Promise<PanelResponse<'readLexiconHistory'>> => {
  const changes = await table(strapi, 'lexicon-change').findMany({
    where: { entryId: documentId, ...(enti !== 'all' && { enteCode: { $in: [...enti] } }) },
    orderBy: { version: 'desc' },
  })
  return changes.map(({ version, before, after, by, at }) => ({ version, before, after, by, at: new Date(at).toISOString() }))
}
