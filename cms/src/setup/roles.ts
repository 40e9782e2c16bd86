// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { locales, roles } from '@linea-comune/config'
import { ownEnteCondition } from '../tenancy/conditions'
import { tenantTypes, type TenantType } from '../tenancy/tenant-types'

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>
  assignPermissions(roleId: number, permissions: unknown[]): Promise<unknown>
}

interface ContentTypeService {
  getNestedFields(model: unknown, options: { components: unknown }): string[]
}

const descriptions: Record<'editor' | 'agent' | 'operator', string> = {
  editor: 'Scrive e pubblica le schede, le domande frequenti e i recapiti del proprio Ente, e di nessun altro.',
  agent: 'Risponde alle richieste inoltrate al proprio Ente. Lavora nello sportello, non in questo pannello.',
  operator: 'Risponde ai cittadini e inoltra le richieste agli Enti. Lavora nello sportello, non in questo pannello.',
}

/** Columns that the server fills. */
const notForEditors = new Set([
  'enteCode',
  'externalId',
  'contentHash',
  'provenance',
  'createdBy',
  'updatedBy',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'localizations',
  'id',
  'documentId',
])

/** Fields of components by their own names (`hours.day`), as Strapi stores them: otherwise it rewrites them at every start. */
const fieldsOf = (strapi: Core.Strapi, uid: TenantType): string[] => {
  const service = strapi.service('admin::content-type') as unknown as ContentTypeService
  const fields = service.getNestedFields(strapi.contentType(uid), { components: strapi.components })
  return fields.filter((field) => !notForEditors.has(field.split('.')[0] ?? field))
}

const explorer = 'plugin::content-manager.explorer'

/** Read by every editor, or a relation to a term would show its number instead of its name. */
const vocabularies = ['api::topic.topic', 'api::service-category.service-category', 'api::life-event.life-event']
const vocabularyPermissions = vocabularies.map((subject) => ({
  action: `${explorer}.read`,
  subject,
  properties: { fields: ['code', 'name'] },
  conditions: [],
}))

const editorPermissions = (strapi: Core.Strapi): unknown[] =>
  tenantTypes.flatMap((subject) => {
    const { options, pluginOptions } = strapi.contentType(subject)
    const languages =
      (pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true ? { locales: [...locales] } : {}
    const withFields = { fields: fieldsOf(strapi, subject), ...languages }
    const actions: [string, Record<string, unknown>][] = [
      ['create', withFields],
      ['read', withFields],
      ['update', withFields],
      ['delete', languages],
      ...(options?.draftAndPublish === true ? ([['publish', languages]] as [string, Record<string, unknown>][]) : []),
    ]
    return actions.map(([action, properties]) => ({ action: `${explorer}.${action}`, subject, properties, conditions: [ownEnteCondition] }))
  })

/** Roles by code, so that every installation has the same; Strapi's own Editor and Author are emptied, since they would open every Ente. */
export const setUpAccountsRoles = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.service('admin::role') as unknown as RoleService
  for (const name of ['editor', 'agent', 'operator'] as const) {
    const { code, name: title } = roles[name]
    const role = (await service.findOne({ code })) ?? (await service.create({ code, name: title, description: descriptions[name] }))
    await service.assignPermissions(role.id, name === 'editor' ? [...editorPermissions(strapi), ...vocabularyPermissions] : [])
  }
  for (const code of ['strapi-editor', 'strapi-author']) {
    const role = await service.findOne({ code })
    if (role) await service.assignPermissions(role.id, [])
  }
  // Strapi makes two tokens for its REST API, one of them with full access, at the first start.
  await strapi.db.query('admin::api-token').deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] } } })
}
