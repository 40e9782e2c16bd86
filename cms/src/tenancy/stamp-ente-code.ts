// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { currentActor } from './actor'
import { assertOwned } from './own-content'
import { assertLinksAllowed, assertTargetsAllowed } from './relation-targets'
import { ownEnteFields } from './ente-fields'
import { enteType, isTenantType, type TenantType } from './tenant-types'

type Data = Record<string, unknown> & { enteCode?: string | null }

const writesOfDocument: ReadonlySet<string> = new Set(['update', 'delete', 'publish', 'unpublish', 'discardDraft', 'clone'])
const writes: ReadonlySet<string> = new Set([...writesOfDocument, 'create'])
/** Columns that say which document a row belongs to: never an editor's input (they would move the row into another's document). */
const identity = ['id', 'documentId', 'localizations'] as const

/** Whose a document is, is decided here and never by the person who writes: on creation it is theirs, afterwards it stays. */
export const stampEnteCode =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!context.uid.startsWith('api::') || !writes.has(context.action)) return next()
    const actor = await currentActor(strapi)
    if (actor.kind === 'system') return next()
    const params = context.params as { data?: Data; documentId?: string }
    const { data } = params
    if (actor.kind === 'administrator') {
      if (isTenantType(context.uid) && data !== undefined) {
        const enteCode = await ownerOf(strapi, context.uid, params)
        if (params.documentId !== undefined && (await ownerOf(strapi, context.uid, { documentId: params.documentId })) !== enteCode)
          await assertLinksAllowed(strapi, context.uid, { documentId: params.documentId, enteCode })
        await assertTargetsAllowed(strapi, context.uid, data, [...new Set([enteCode, null])])
      }
      return next()
    }
    if (context.uid === enteType) {
      if (context.action !== 'update') throw new errors.PolicyError('Gli Enti li aggiunge e li toglie l’amministratore del centro.')
      await assertOwned(strapi, context.uid, { documentId: params.documentId ?? '' }, actor.enti)
      if (data !== undefined) params.data = Object.fromEntries(Object.entries(data).filter(([field]) => isOwnEnteField(field)))
      return next()
    }
    if (!isTenantType(context.uid)) throw new errors.PolicyError('Questi contenuti li scrive l’amministratore del centro.')
    if (writesOfDocument.has(context.action)) await assertOwned(strapi, context.uid, { documentId: params.documentId ?? '' }, actor.enti)
    if (data !== undefined) {
      for (const column of identity) Reflect.deleteProperty(data, column)
      if (context.action === 'update') delete data.enteCode
      else {
        // A copy is of whoever has the original.
        const asked = context.action === 'clone' ? await ownerOf(strapi, context.uid, { ...params, data: {} }) : data.enteCode
        data.enteCode = chooseEnte(asked, actor.enti)
      }
      await assertTargetsAllowed(strapi, context.uid, data, [await ownerOf(strapi, context.uid, params)])
    }
    return next()
  }

/** Whose the document will be once `data` is written; null for the federation. */
const ownerOf = async (
  strapi: Core.Strapi,
  uid: TenantType,
  { data, documentId }: { data?: Data; documentId?: string },
): Promise<string | null> => {
  if (data?.enteCode !== undefined) return data.enteCode
  if (documentId === undefined) return null
  const row = (await strapi.db.query(uid).findOne({ where: { documentId } })) as { enteCode: string | null } | null
  return row?.enteCode ?? null
}

const isOwnEnteField = (field: string): boolean => ownEnteFields.some((own) => own === field)

const chooseEnte = (asked: string | null | undefined, own: readonly string[]): string => {
  const [only, second] = own
  if (only === undefined) throw new errors.PolicyError('Il tuo utente non appartiene a nessun Ente: chiedi all’amministratore del centro.')
  if (asked != null && asked !== '' && !own.includes(asked)) throw new errors.PolicyError('Non puoi scrivere per un altro Ente.')
  if (asked != null && asked !== '') return asked
  if (second !== undefined) throw new errors.PolicyError('Scegli prima, in alto, per quale dei tuoi Enti scrivi.')
  return only
}
