// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { currentActor } from './actor'
import { assertOwned } from './own-content'
import { assertTargetsAllowed } from './relation-targets'
import { ownEnteFields } from './ente-fields'
import { enteType, isTenantType } from './tenant-types'

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
    if (actor.kind !== 'person') return next()
    const params = context.params as { data?: Data; documentId?: string }
    const { data } = params
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
      else data.enteCode = chooseEnte(data.enteCode, actor.enti)
      await assertTargetsAllowed(strapi, context.uid, data, actor.enti)
    }
    return next()
  }

const isOwnEnteField = (field: string): boolean => ownEnteFields.some((own) => own === field)

const chooseEnte = (asked: string | null | undefined, own: readonly string[]): string => {
  const [only] = own
  if (only === undefined) throw new errors.PolicyError('Il tuo utente non appartiene a nessun Ente: chiedi all’amministratore del centro.')
  if (asked != null && asked !== '' && !own.includes(asked)) throw new errors.PolicyError('Non puoi scrivere per un altro Ente.')
  return asked != null && asked !== '' ? asked : only
}
