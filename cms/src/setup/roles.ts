// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { locales, roleMay, roleNames, roles, type Role } from '@linea-comune/config'
import { lexiconType } from '../lexicon/entry'
import { ownPanelPermissions, panelAction } from '../panel/permission-actions'
import { ownContentCondition, ownEnteCondition } from '../tenancy/conditions'
import { ownEnteFields } from '../tenancy/ente-fields'
import { enteType, tenantTypes, vocabularies, type GuardedType, type TenantType } from '../tenancy/tenant-types'

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>
  assignPermissions(roleId: number, permissions: unknown[]): Promise<unknown>
}

interface ContentTypeService {
  getNestedFields(model: unknown, options: { components: unknown }): string[]
}

const descriptions: Record<Exclude<Role, 'administrator'>, string> = {
  operator: 'Risponde ai cittadini e inoltra le richieste agli Enti. Lavora nello sportello, non in questo pannello.',
  supervisor: 'Segue il lavoro dello sportello e vede come gli Enti usano i modelli condivisi.',
  board: 'Vede come gli Enti usano i modelli condivisi. Non vede le richieste dei cittadini.',
  editor: 'Scrive in bozza le schede e le domande frequenti del proprio Ente, e di nessun altro.',
  publisher: 'Scrive e pubblica i contenuti del proprio Ente, e di nessun altro. Cura uffici, luoghi, recapiti e orari.',
  agent: 'Risponde alle richieste inoltrate al proprio Ente. Lavora nello sportello, non in questo pannello.',
}

/** Columns that the server fills. */
const notForEditors = new Set([
  'enteCode',
  'externalId',
  'contentHash',
  'provenance',
  'modelId',
  'modelVersion',
  'modelOmits',
  'version',
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
const nestedFields = (strapi: Core.Strapi, uid: GuardedType): string[] => {
  const service = strapi.service('admin::content-type') as unknown as ContentTypeService
  return service.getNestedFields(strapi.contentType(uid), { components: strapi.components })
}

const topLevel = (field: string): string => field.split('.')[0] ?? field

const fieldsOf = (strapi: Core.Strapi, uid: TenantType): string[] =>
  nestedFields(strapi, uid).filter((field) => !notForEditors.has(topLevel(field)))

const fieldsOfEnte = (strapi: Core.Strapi, wanted: readonly string[]): string[] =>
  nestedFields(strapi, enteType).filter((field) => wanted.includes(topLevel(field)))

const explorer = 'plugin::content-manager.explorer'

/** Read by everybody who writes, or a relation to a term would show its number instead of its name. */
const vocabularyPermissions = vocabularies.map((subject) => ({
  action: `${explorer}.read`,
  subject,
  properties: { fields: ['code', 'name'] },
  conditions: [],
}))

const isLocalized = ({ pluginOptions }: { pluginOptions?: unknown }): boolean =>
  (pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true

/** What an Ente's person may do with one type of content, as Strapi says it. */
const contentActions = (strapi: Core.Strapi, uid: TenantType, role: Role): { action: string; properties: object }[] => {
  const type = strapi.contentType(uid)
  const languages = isLocalized(type) ? { locales: [...locales] } : {}
  const withFields = { fields: fieldsOf(strapi, uid), ...languages }
  const hasDrafts = type.options?.draftAndPublish === true
  const mayPublish = roleMay(role, 'publishContent')
  return [
    { action: 'read', properties: withFields },
    // Where there are no drafts, citizens read at once what is saved, and requests go to the address that is written. Citizens' words
    // are read by nobody: whoever writes may teach them.
    ...(mayPublish || hasDrafts || uid === lexiconType
      ? [
          { action: 'create', properties: withFields },
          { action: 'update', properties: withFields },
        ]
      : []),
    // Deleting takes away what citizens read.
    ...(mayPublish ? [{ action: 'delete', properties: languages }] : []),
    ...(mayPublish && hasDrafts ? [{ action: 'publish', properties: languages }] : []),
  ]
}

const permissionsOf = (strapi: Core.Strapi, role: Role): unknown[] => {
  const content = roleMay(role, 'writeContent')
    ? [
        ...tenantTypes.flatMap((subject) => contentActions(strapi, subject, role).map((permission) => ({ ...permission, subject }))),
        { action: 'read', subject: enteType, properties: { fields: fieldsOfEnte(strapi, ['name', 'code', 'slug', ...ownEnteFields]) } },
        ...(roleMay(role, 'editEnte')
          ? [{ action: 'update', subject: enteType, properties: { fields: fieldsOfEnte(strapi, ownEnteFields) } }]
          : []),
      ]
    : []
  return [
    ...content.map((permission) => ({
      ...permission,
      action: `${explorer}.${permission.action}`,
      conditions: [permission.subject === enteType ? ownEnteCondition : ownContentCondition],
    })),
    ...(content.length > 0 ? vocabularyPermissions : []),
    ...ownPanelPermissions
      .filter((permission) => roleMay(role, permission))
      .map((permission) => ({ action: panelAction(permission), subject: null, properties: {}, conditions: [] })),
  ]
}

/** Roles by code, so that every installation has the same; Strapi's own Editor and Author are emptied, since they would open every Ente. */
export const setUpAccountsRoles = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.service('admin::role') as unknown as RoleService
  for (const name of roleNames) {
    if (name === 'administrator') continue
    const { code, name: title } = roles[name]
    const role = (await service.findOne({ code })) ?? (await service.create({ code, name: title, description: descriptions[name] }))
    await service.assignPermissions(role.id, permissionsOf(strapi, name))
  }
  for (const code of ['strapi-editor', 'strapi-author']) {
    const role = await service.findOne({ code })
    if (role) await service.assignPermissions(role.id, [])
  }
  // Strapi makes two tokens for its REST API, one of them with full access, at the first start.
  await strapi.db.query('admin::api-token').deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] } } })
}
