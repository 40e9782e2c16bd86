// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale } from '@linea-comune/config'
import { lexiconType, type EntryRow } from './entry'
import { entryFaults, toExpressions, toText, type OtherEntry } from './entry-faults'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'clone'])

/** No entry is saved that could not be used, or that says of an expression what another one denies. */
export const checkLexiconEntry =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (context.uid !== lexiconType || !writes.has(context.action)) return next()
    const params = context.params as { data?: Partial<EntryRow>; documentId?: string }
    const data = (params.data ??= {})
    delete data.said
    if (data.says !== undefined) {
      data.says = toExpressions(data.says)
      data.said = data.says.join(', ')
    }
    if (data.means !== undefined) data.means = toText(data.means)
    const { documentId } = params
    const stored =
      documentId === undefined ? null : ((await strapi.db.query(lexiconType).findOne({ where: { documentId } })) as EntryRow | null)
    const entry = { enteCode: null, language: defaultLocale, active: true, ...stored, ...data }
    const others = entry.active ? await otherEntries(strapi, entry, context.action === 'clone' ? undefined : documentId) : []
    refuse(entryFaults(entry, others))
    return next()
  }

/** Says everything that is wrong at once, each beside its field. */
export const refuse = (faults: readonly { field: string; message: string }[]): void => {
  if (faults.length === 0) return
  throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), {
    errors: faults.map(({ field, message }) => ({ path: [field], message, name: 'ValidationError' })),
  })
}

/** Active ones of the same owner in the same language. */
export const otherEntries = async (
  strapi: Core.Strapi,
  { enteCode, language }: Pick<EntryRow, 'enteCode' | 'language'>,
  except: string | undefined,
): Promise<OtherEntry[]> =>
  (await strapi.db.query(lexiconType).findMany({
    select: ['says', 'means'],
    where: {
      enteCode: enteCode ?? { $null: true },
      language,
      active: true,
      ...(except !== undefined && { documentId: { $ne: except } }),
    } as never,
  })) as OtherEntry[]
