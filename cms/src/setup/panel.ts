// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { panelForms, type Form } from './panel-forms'
import { panelColumns, panelLabels, panelTitles, type Label } from './panel-labels'

interface FieldConfiguration {
  edit: { label?: string; description?: string }
  list: { label?: string; sortable?: boolean }
}
interface Configuration {
  metadatas: Record<string, FieldConfiguration | undefined>
  settings: { mainField: string; defaultSortBy: string }
  layouts: { list: string[]; edit: { name: string; size: number }[][] }
}
interface ContentTypes {
  findConfiguration(contentType: unknown): Promise<Configuration>
  updateConfiguration(contentType: unknown, configuration: Configuration): Promise<unknown>
}

/**
 * Labels of the panel in Italian, columns that help to find a text, forms in the order in which editors think. What somebody changed
 * stays: only what Strapi made by itself is replaced.
 */
export const setUpPanel = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types') as unknown as ContentTypes
  for (const [uid, labels] of Object.entries(panelLabels)) {
    const contentType = strapi.contentType(uid as 'api::faq.faq')
    const configuration = await service.findConfiguration(contentType)
    const changed = Object.entries(labels).filter(([field, label]) => apply(configuration.metadatas[field], field, label))
    const unsorted = leaveUnsorted(configuration, contentType.attributes)
    const listed = listColumns(configuration, panelColumns[uid])
    const titled = nameByTitle(configuration, panelTitles[uid])
    const arranged = arrangeForm(configuration, panelForms[uid])
    if (listed || titled || arranged || unsorted || changed.length > 0) await service.updateConfiguration(contentType, configuration)
  }
}

/** An order by what a text links to, or by who wrote it, is refused to Enti: the panel offers none. */
const leaveUnsorted = ({ metadatas }: Configuration, attributes: Record<string, { type: string }>): boolean => {
  const related = Object.entries(metadatas).filter(
    ([field, configuration]) => configuration?.list.sortable === true && attributes[field]?.type === 'relation',
  )
  for (const [, configuration] of related) if (configuration !== undefined) configuration.list.sortable = false
  return related.length > 0
}

/** Strapi begins with the number of a row, which tells nobody anything. */
const listColumns = ({ layouts }: Configuration, columns: string[] | undefined): boolean => {
  if (columns === undefined || layouts.list[0] !== 'id') return false
  layouts.list = columns
  return true
}

/** Strapi names and orders a text by its first short field, until somebody chooses another one. */
const nameByTitle = ({ settings }: Configuration, title: string | undefined): boolean => {
  if (title === undefined || settings.mainField !== settings.defaultSortBy || settings.mainField === title) return false
  settings.mainField = title
  settings.defaultSortBy = title
  return true
}

/** Strapi puts every field on the form, also those that come with an upgrade: one that no form of ours names shows that it did. */
const arrangeForm = ({ layouts }: Configuration, form: Form | undefined): boolean => {
  if (form === undefined) return false
  const ours = new Set(form.flat().map(([field]) => field))
  if (layouts.edit.flat().every(({ name }) => ours.has(name))) return false
  layouts.edit = form.map((row) => row.map(([name, size]) => ({ name, size })))
  return true
}

const apply = (configuration: FieldConfiguration | undefined, field: string, { label, help, column }: Label): boolean => {
  if (configuration?.edit.label !== field) return false
  configuration.edit.label = label
  configuration.list.label = column ?? label
  if (help !== undefined && (configuration.edit.description ?? '') === '') configuration.edit.description = help
  return true
}
