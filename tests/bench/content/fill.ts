// SPDX-License-Identifier: AGPL-3.0-or-later
import { lifeEvents, serviceCategories, topics, toSlug, type VocabularyTerm } from '@linea-comune/config'
import type { TestStrapi } from '../../support/federation.js'
import { enteCodeOf, generateSheets, officesPerEnte } from './generate.js'

type Row = Record<string, unknown>
type Knex = ((table: string) => { insert: (rows: Row[]) => Promise<unknown> }) & object

export interface BulkStrapi extends Omit<TestStrapi, 'db'> {
  db: Omit<TestStrapi['db'], 'query' | 'metadata'> & {
    connection: Knex
    metadata: { get: (uid: string) => { attributes: Record<string, { joinTable?: JoinTable }> } }
    query: (uid: string) => ReturnType<TestStrapi['db']['query']> & {
      createMany: (query: { data: Row[] }) => Promise<{ count: number; ids: number[] }>
    }
  }
}
interface JoinTable {
  name: string
  joinColumn: { name: string }
  inverseJoinColumn: { name: string }
}

const sheetUid = 'api::service-sheet.service-sheet'
const chunkSize = 250

const inChunks = async <T>(items: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += chunkSize) await write(items.slice(start, start + chunkSize))
}

/**
 * Sheets as a long life of editing leaves them: each with its draft and its published version, with categories, topics, life events and offices.
 * Written in bulk, since ten thousand editors' clicks would take an hour.
 */
export const fill = async (strapi: BulkStrapi, counts: { sheets: number; enti: number }): Promise<void> => {
  const enti = Array.from({ length: counts.enti }, (_, number) => number)
  for (const number of enti)
    await strapi.documents('api::ente.ente').create({
      data: { code: enteCodeOf(number), slug: `ente-${String(number)}`, name: `Comune di Prova ${String(number)}`, lifecycle: 'active' },
    })
  const offices: number[] = []
  for (const number of enti)
    for (let office = 0; office < officesPerEnte; office++) {
      const { documentId } = await strapi.documents('api::office.office').create({
        data: {
          name: `Ufficio ${String(office + 1)}`,
          enteCode: enteCodeOf(number),
          duties: 'Riceve le domande e risponde.',
          hours: [
            { day: 'mon', opens: '09:00', closes: '12:30' },
            { day: 'thu', opens: '15:00', closes: '17:30' },
          ],
        },
      })
      offices.push(Number((await strapi.db.query('api::office.office').findOne({ where: { documentId } }))?.id))
    }

  const termIds = async (uid: string, terms: readonly VocabularyTerm[]): Promise<number[]> => {
    const rows = await strapi.db.query(uid).findMany({})
    return terms.map(({ code }) => Number(rows.find((row) => row.code === code)?.id))
  }
  const ids = {
    categories: await termIds('api::service-category.service-category', serviceCategories),
    topics: await termIds('api::topic.topic', topics),
    lifeEvents: await termIds('api::life-event.life-event', lifeEvents),
  }

  const now = Date.now()
  const sheets = [...generateSheets(counts.sheets, counts.enti)]
  const links: Record<'categories' | 'topics' | 'lifeEvents' | 'offices', { sheet: number; target: number }[]> = {
    categories: [],
    topics: [],
    lifeEvents: [],
    offices: [],
  }
  let at = 0
  await inChunks(sheets, async (chunk) => {
    const rows = chunk.map(({ title, enteCode, texts, keywords }, index) => ({
      documentId: `bench${String(at + index).padStart(19, '0')}`,
      title,
      slug: toSlug(title),
      enteCode,
      ...texts,
      keywords,
      active: (at + index) % 20 !== 0,
      locale: 'it',
      createdAt: new Date(now - (at + index) * 60_000),
      updatedAt: new Date(now - ((at + index) % 5000) * 60_000),
    }))
    for (const publishedAt of [null, new Date(now)]) {
      const { ids: written } = await strapi.db.query(sheetUid).createMany({ data: rows.map((row) => ({ ...row, publishedAt })) })
      chunk.forEach((sheet, index) => {
        const id = written[index] ?? 0
        const add = (relation: keyof typeof links, target: number | undefined) => links[relation].push({ sheet: id, target: target ?? 0 })
        add('categories', ids.categories[sheet.category])
        for (const topic of sheet.topics) add('topics', ids.topics[topic])
        for (const event of sheet.lifeEvents) add('lifeEvents', ids.lifeEvents[event])
        add('offices', offices[((at + index) % counts.enti) * officesPerEnte + sheet.office])
      })
    }
    at += chunk.length
  })
  const { attributes } = strapi.db.metadata.get(sheetUid)
  for (const [relation, pairs] of Object.entries(links)) {
    const { joinTable } = attributes[relation] ?? {}
    if (joinTable === undefined) throw new Error(`${relation} of a sheet has no table of its own`)
    await inChunks(pairs, (chunk) =>
      strapi.db
        .connection(joinTable.name)
        .insert(chunk.map(({ sheet, target }) => ({ [joinTable.joinColumn.name]: sheet, [joinTable.inverseJoinColumn.name]: target }))),
    )
  }
}
