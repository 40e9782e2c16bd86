// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { InternalRequest, InternalResponse, ModelKind, PanelInput } from '@linea-comune/config'
import { toDocuments } from '@linea-comune/search'
import { loadDraft } from '../indexing/load-sources'
import { readStatement, signStatement } from '../identity/keys'
import { contentTypes } from '../models/version-content'
import type { Caller } from '../panel/caller'
import { settings } from '../settings'

const holdsMs = 3_600_000
const purpose = 'preview'

/** An address for whoever writes the draft, which they may also send to a colleague who has no account. */
export const previewContent = async (
  strapi: Core.Strapi,
  { enti }: Caller,
  { kind, documentId, locale }: PanelInput<'previewContent'>,
): Promise<{ url: string }> => {
  const { env, secrets } = settings()
  const row = (await strapi.db.query(contentTypes[kind]).findOne({
    where: { documentId, locale, publishedAt: { $null: true } } as never,
  })) as { enteCode: string | null } | null
  if (row === null || (enti !== 'all' && (row.enteCode === null || !enti.includes(row.enteCode))))
    throw new errors.NotFoundError('Salva la bozza in questa lingua, poi aprila in anteprima.')
  // A text of the federation is shown as one of the Enti shows it.
  const ente = (await strapi.db.query('api::ente.ente').findOne({
    where: row.enteCode === null ? { lifecycle: 'active' } : { code: row.enteCode },
    orderBy: { name: 'asc' },
  })) as { code: string; slug: string } | null
  if (ente === null) throw new errors.NotFoundError('Non c’è nessun Ente che possa mostrare questa pagina.')
  const token = signStatement(secrets.citizenKey, purpose, [kind, documentId, locale, ente.code].join('.'), Date.now() + holdsMs)
  return { url: `${env.publicUrl}/${ente.slug}/anteprima/${token}?lang=${locale}` }
}

export const readPreview = async (
  strapi: Core.Strapi,
  { token, ente }: InternalRequest<'readPreview'>,
): Promise<InternalResponse<'readPreview'>> => {
  const statement = readStatement(settings().secrets.citizenKey, purpose, token, Date.now())
  if (statement === null) return { page: null }
  // Signed here, so that it is what was put together above.
  const [kind, documentId, locale, code] = statement.split('.') as [ModelKind, string, string, string]
  // Another Ente would show it as its own.
  if (code !== ente) return { page: null }
  const source = await loadDraft(strapi, kind, documentId, locale)
  if (source === undefined || ('enteCode' in source && (source.enteCode ?? ente) !== ente)) return { page: null }
  return { page: { ...toDocuments(source).page } }
}
