// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, type EnteLifecycle } from '@linea-comune/config'

export interface EnteRecord {
  id: number
  documentId: string
  code: string
  slug: string
  name: string
  lifecycle: EnteLifecycle
  email: string | null
  webhookUrl: string | null
  webhookSecret: string | null
}

export interface OfficeRecord {
  documentId: string
  name: string
  enteCode: string
  forwardingChannel: 'email' | 'webhook' | null
  forwardingEmail: string | null
}

const enti = (strapi: Core.Strapi) => strapi.db.query('api::ente.ente')

export const findEnte = async (strapi: Core.Strapi, where: { slug: string } | { code: string }): Promise<EnteRecord> => {
  const ente = (await enti(strapi).findOne({ where })) as EnteRecord | null
  if (ente === null) throw new DomainError('unknown-ente')
  return ente
}

/** Those that take part or once did: the others, thousands perhaps, never had a ticket. */
export const listEnti = async (strapi: Core.Strapi): Promise<EnteRecord[]> =>
  (await enti(strapi).findMany({ where: { lifecycle: { $ne: 'known' } }, orderBy: { name: 'asc' } })) as EnteRecord[]

export const listOffices = async (strapi: Core.Strapi): Promise<OfficeRecord[]> =>
  (await strapi.db.query('api::office.office').findMany({ orderBy: { name: 'asc' } })) as OfficeRecord[]

/** An office may be gone although requests were forwarded to it; its Ente is still there. */
export const findOfficeIfThere = async (strapi: Core.Strapi, documentId: string): Promise<OfficeRecord | null> =>
  (await strapi.db.query('api::office.office').findOne({ where: { documentId } })) as OfficeRecord | null

export const findOffice = async (strapi: Core.Strapi, documentId: string): Promise<OfficeRecord> => {
  const office = await findOfficeIfThere(strapi, documentId)
  if (office === null) throw new DomainError('not-found')
  return office
}

export type ForwardingChannel = { channel: 'email'; destination: string } | { channel: 'webhook'; destination: string; secret: string }

/** How an office is reached, or its Ente when the office is gone; null when neither says how. */
export const channelOf = (office: OfficeRecord | null, ente: EnteRecord): ForwardingChannel | null => {
  if (office?.forwardingChannel === 'webhook' && ente.webhookUrl !== null && ente.webhookSecret !== null)
    return { channel: 'webhook', destination: ente.webhookUrl, secret: ente.webhookSecret }
  const email = office?.forwardingEmail ?? ente.email
  return email === null || email === '' ? null : { channel: 'email', destination: email }
}
