// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from '@hono/zod-openapi'
import type { ContentKind, EntePage, FaqPage, OfficePage, SheetPage } from '@linea-comune/search'
import { sheetSectionKeys, type SheetSectionKey } from '@linea-comune/config'
import type { Column } from './csv.js'
import { formats, querySchema, type Format, type QuerySchema } from './parameters.js'
import { presentEnte, presentFaq, presentOffice, presentSheet, type PageLinks } from './present.js'
import {
  enteSchema,
  faqSchema,
  officeSchema,
  sheetSchema,
  type EnteItem,
  type FaqItem,
  type OfficeItem,
  type SheetItem,
} from './schemas.js'

type ItemSchema = z.ZodObject
type Item = Record<string, unknown>
/** A page of any kind: the catalogue says which, and the table below gives each to its own function. */
type AnyPage = SheetPage | FaqPage | OfficePage | EntePage

export interface Resource {
  /** Segment of the address. */
  name: string
  kind: ContentKind
  title: string
  /** Name of its schema for those who generate programs. */
  component: string
  schema: ItemSchema
  fields: readonly string[]
  listQuery: QuerySchema
  recordQuery: QuerySchema
  listFormats: readonly Format[]
  recordFormats: readonly Format[]
  present: (page: AnyPage, links: PageLinks) => Item
  columns: readonly Column<Item>[]
}

interface Description<P extends AnyPage, I> {
  name: string
  kind: P['kind'] & ContentKind
  title: string
  component: string
  schema: ItemSchema
  listParameters: Parameters<typeof querySchema>[0]
  recordParameters: Parameters<typeof querySchema>[0]
  /** Whether it has a form in RDF. */
  linkedData: boolean
  present: (page: P, links: PageLinks) => I
  columns: readonly Column<I>[]
}

const resource = <P extends AnyPage, I>(given: Description<P, I>): Resource => {
  const { name, kind, title, component, schema, listParameters, recordParameters, linkedData, present, columns } = given
  const fields = Object.keys(schema.shape)
  const offered = formats.filter((format) => linkedData || format === 'json' || format === 'csv')
  const recordFormats = offered.filter((format) => format !== 'csv')
  return {
    name,
    kind,
    title,
    component,
    schema,
    fields,
    listFormats: offered,
    recordFormats,
    listQuery: querySchema([...listParameters, 'q', 'updatedSince', 'sort', 'limit', 'cursor'], fields, offered),
    recordQuery: querySchema(recordParameters, fields, recordFormats),
    // The kind of the resource is the kind of every page it is given.
    present: present as Resource['present'],
    columns: columns as unknown as readonly Column<Item>[],
  }
}

/** Columns that show a field as it is. */
const plain = <I>(...fields: (keyof I & string)[]): Column<I>[] =>
  fields.map((field) => ({ name: field, field, value: (item) => item[field] as string | boolean | null }))

/** Several values in one cell. */
const joined = (values: readonly string[]): string => values.join(' | ')
const names = (terms: readonly { name: string }[]): string => joined(terms.map(({ name }) => name))

const sectionColumn = (key: SheetSectionKey): Column<SheetItem> => ({
  name: key,
  field: 'sections',
  value: ({ sections }) => sections.find((section) => section.key === key)?.text ?? '',
})

const addressLine = (address: EnteItem['address']): string =>
  address === null ? '' : `${address.street}, ${address.postalCode} ${address.city}`

export const resources: readonly Resource[] = [
  resource<SheetPage, SheetItem>({
    name: 'sheets',
    kind: 'sheet',
    title: 'Schede servizio',
    component: 'Sheet',
    schema: sheetSchema,
    listParameters: ['ente', 'visibleTo', 'locale', 'category', 'topic', 'lifeEvent', 'active'],
    recordParameters: ['locale', 'visibleTo'],
    linkedData: true,
    present: presentSheet,
    columns: [
      ...plain<SheetItem>('id', 'ente', 'locale', 'url', 'title', 'summary', 'active', 'inactiveReason'),
      ...sheetSectionKeys.map(sectionColumn),
      { name: 'keywords', field: 'keywords', value: ({ keywords }) => joined(keywords) },
      { name: 'categories', field: 'categories', value: ({ categories }) => names(categories) },
      { name: 'topics', field: 'topics', value: ({ topics }) => names(topics) },
      { name: 'lifeEvents', field: 'lifeEvents', value: ({ lifeEvents }) => names(lifeEvents) },
      { name: 'offices', field: 'offices', value: ({ offices }) => names(offices) },
      ...plain<SheetItem>('onlineUrl', 'bookingUrl', 'outdatedSince', 'updatedAt'),
    ],
  }),
  resource<FaqPage, FaqItem>({
    name: 'faqs',
    kind: 'faq',
    title: 'Domande frequenti',
    component: 'Faq',
    schema: faqSchema,
    listParameters: ['ente', 'visibleTo', 'locale', 'topic'],
    recordParameters: ['locale'],
    linkedData: false,
    present: presentFaq,
    columns: [
      ...plain<FaqItem>('id', 'ente', 'locale', 'question'),
      { name: 'answer', field: 'answer', value: ({ answer }) => answer.text },
      { name: 'topics', field: 'topics', value: ({ topics }) => names(topics) },
      { name: 'sheet', field: 'sheet', value: ({ sheet }) => sheet?.title ?? '' },
      ...plain<FaqItem>('outdatedSince', 'updatedAt'),
    ],
  }),
  resource<OfficePage, OfficeItem>({
    name: 'offices',
    kind: 'office',
    title: 'Uffici',
    component: 'Office',
    schema: officeSchema,
    listParameters: ['ente'],
    recordParameters: [],
    linkedData: true,
    present: presentOffice,
    columns: [
      ...plain<OfficeItem>('id', 'ente', 'url', 'name', 'summary'),
      { name: 'duties', field: 'duties', value: ({ duties }) => duties.text },
      {
        name: 'places',
        field: 'places',
        value: ({ places }) => joined(places.map(({ name, address }) => `${name}, ${addressLine(address)}`)),
      },
      {
        name: 'contacts',
        field: 'contactPoints',
        value: ({ contactPoints }) => joined(contactPoints.flatMap(({ entries }) => entries.map(({ type, value }) => `${type}: ${value}`))),
      },
      ...plain<OfficeItem>('hoursNote', 'updatedAt'),
    ],
  }),
  resource<EntePage, EnteItem>({
    name: 'enti',
    kind: 'ente',
    title: 'Enti',
    component: 'Ente',
    schema: enteSchema,
    listParameters: [],
    recordParameters: [],
    linkedData: true,
    present: presentEnte,
    columns: [
      ...plain<EnteItem>('code', 'slug', 'name', 'kind', 'province', 'summary', 'lifecycle', 'url'),
      { name: 'address', field: 'address', value: ({ address }) => addressLine(address) },
      ...plain<EnteItem>('fiscalCode', 'phone', 'email', 'pec', 'website', 'updatedAt'),
    ],
  }),
]
