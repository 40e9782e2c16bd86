// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'

const types = ['api::service-sheet.service-sheet', 'api::faq.faq'] as const
const vocabularies = ['api::topic.topic', 'api::service-category.service-category', 'api::life-event.life-event']

interface Configuration {
  settings: unknown
  layouts: unknown
  metadatas: Record<string, { edit: { mainField?: string } }>
}

interface ContentTypes {
  findConfiguration(type: unknown): Promise<Configuration>
  updateConfiguration(type: unknown, configuration: Configuration): Promise<unknown>
}

/** Strapi shows a linked term by its first text, which is its code; an editor looks for it by name. */
export const showTermNames = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types') as unknown as ContentTypes
  for (const uid of types) {
    const type = strapi.contentType(uid)
    const { settings, layouts, metadatas } = await service.findConfiguration(type)
    let changed = false
    for (const [name, attribute] of Object.entries(type.attributes)) {
      const edit = metadatas[name]?.edit
      if (!('target' in attribute) || !vocabularies.includes(attribute.target) || edit?.mainField !== 'code') continue
      edit.mainField = 'name'
      changed = true
    }
    if (changed) await service.updateConfiguration(type, { settings, layouts, metadatas })
  }
}
