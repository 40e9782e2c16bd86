// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexedIds } from '@linea-comune/search'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, type Federation, type TestStrapi } from '../support/federation.js'
import { until } from '../support/until.js'

const sheetUid = 'api::service-sheet.service-sheet'

describe('the search index', () => {
  let engine: TestEngine
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation()
    const { startIndexWorker } = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>(
      'indexing/index-worker.js',
    )
    worker = startIndexWorker(federation.strapi, engine.writer)
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const documents = () => federation.strapi.documents(sheetUid)
  const idsOf = async (documentId: string): Promise<string[]> =>
    (await indexedIds(engine.client))
      .map((entry) => entry.id)
      .filter((id) => id.includes(documentId))
      .sort()
  /** Waits until every job was done, then answers what is in the index. */
  const settled = async (documentId: string): Promise<string[]> => {
    await until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )
    return idsOf(documentId)
  }
  const sheet = (data: Record<string, unknown> = {}, params: Record<string, unknown> = {}) =>
    documents().create({
      locale: 'it',
      status: 'published',
      data: { title: 'Permesso di sosta per residenti', enteCode: 'c_a', costs: 'Costa 12,00 € all’anno.', audience: 'Residenti', ...data },
      ...params,
    })

  test('finds what was published, and answers with the section that answers', async () => {
    const { documentId } = await sheet()
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
    const answer = await engine.answerer.answer({
      enteCode: 'c_a',
      enteSlug: 'comune-a',
      q: 'quanto costa il permesso di sosta?',
      locale: 'it',
    })
    expect(answer.items[0]).toMatchObject({
      id: `c_a_${documentId}_it`,
      section: 'Costi',
      ente: 'c_a',
      url: '/comune-a/servizi/permesso-di-sosta-per-residenti#costs',
    })
    expect(answer.items[0]?.text).toContain('12,00')
  })

  test('never holds a draft, nor the draft of what is published', async () => {
    const { documentId } = await sheet({ title: 'Bozza segreta' }, { status: 'draft' })
    expect(await settled(documentId)).toEqual([])
    const published = await sheet({ title: 'Testo pubblico' })
    await settled(published.documentId)
    await documents().update({ documentId: published.documentId, locale: 'it', data: { title: 'Testo ancora in bozza' } })
    await settled(published.documentId)
    const { items } = await engine.reader.sheets({ enteCode: 'c_a', locale: 'it', page: 1, pageSize: 100 })
    expect(items.map((item) => item.title)).toContain('Testo pubblico')
    expect(JSON.stringify(items)).not.toMatch(/Bozza segreta|ancora in bozza/)
  })

  test('forgets what was unpublished or deleted', async () => {
    const a = await sheet({ title: 'Da ritirare' })
    const b = await sheet({ title: 'Da cancellare' })
    expect([...(await settled(a.documentId)), ...(await settled(b.documentId))]).toHaveLength(2)
    await documents().unpublish({ documentId: a.documentId, locale: '*' })
    await documents().delete({ documentId: b.documentId, locale: '*' })
    expect([...(await settled(a.documentId)), ...(await settled(b.documentId))]).toEqual([])
  })

  test('holds each language of a document on its own', async () => {
    const { documentId } = await sheet()
    await documents().update({
      documentId,
      locale: 'en',
      status: 'published',
      data: { title: 'Residents’ parking permit', costs: 'It costs 12.00 €.' },
    })
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_en`, `c_a_${documentId}_it`])
    await documents().unpublish({ documentId, locale: 'en' })
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
  })

  test('follows a document that moves to another Ente', async () => {
    const { documentId } = await sheet({ title: 'Scheda che trasloca' })
    await settled(documentId)
    await documents().update({ documentId, locale: 'it', status: 'published', data: { enteCode: 'c_b' } })
    expect(await settled(documentId)).toEqual([`c_b_${documentId}_it`])
  })

  test('shows an office’s new telephone on every sheet that names the office', async () => {
    const point = await federation.strapi
      .documents('api::contact-point.contact-point')
      .create({ data: { name: 'Centralino', enteCode: 'c_a', entries: [{ type: 'phone', value: '0555 010101' }] } })
    const office = await federation.strapi
      .documents('api::office.office')
      .create({ data: { name: 'Ufficio sosta', enteCode: 'c_a', contactPoints: [point.documentId] } })
    const { documentId } = await sheet({ title: 'Sosta dei camper', offices: [office.documentId] })
    await settled(documentId)
    await federation.strapi
      .documents('api::contact-point.contact-point')
      .update({ documentId: point.documentId, data: { entries: [{ type: 'phone', value: '0555 999999' }] } })
    await settled(documentId)
    const found = await engine.reader.sheet({ enteCode: 'c_a', slug: 'sosta-dei-camper', locale: 'it' })
    expect(JSON.stringify(found?.page.offices)).toContain('0555 999999')
  })

  test('is rebuilt beside itself: no search fails or finds nothing meanwhile, and what is published meanwhile is not lost', async () => {
    const { rebuildIndex } = fromBackOffice<{ rebuildIndex: (s: TestStrapi, c: unknown) => Promise<void> }>('indexing/rebuild-index.js')
    await settled((await sheet({ title: 'Tesserino per la raccolta dei funghi' })).documentId)
    const answers: number[] = []
    const rebuilding = new AbortController()
    const asking = (async () => {
      while (!rebuilding.signal.aborted) {
        const { items } = await engine.answerer.answer({ enteCode: 'c_a', enteSlug: 'comune-a', q: 'tesserino per i funghi', locale: 'it' })
        answers.push(items.length)
      }
    })()
    const rebuild = rebuildIndex(federation.strapi, engine.client)
    const { documentId } = await sheet({ title: 'Pubblicata durante la ricostruzione' })
    await rebuild
    rebuilding.abort()
    await asking
    expect(answers.length).toBeGreaterThan(3)
    expect(answers.filter((count) => count === 0)).toHaveLength(0)
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
  })
})
