// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, person, type Federation } from '../support/federation.js'
import { signInToPanel } from '../support/panel.js'
import { sheetUid } from '../probes/uids.js'

/** More than SQLite takes as values of one query. */
const followers = 33_000
const atOnce = 1000

/** Rows as they are stored: no document is made of each. */
interface Rows {
  createMany(query: { data: object[] }): Promise<unknown>
}

let federation: Federation
beforeAll(async () => {
  federation = await openFederation()
  await person(federation.strapi, 'strapi-super-admin', 'admin@centre.example')
})
afterAll(() => federation.stop())

test('library and adoption are shown, and a new version is proposed, however many follow a model', async () => {
  const { strapi, url } = federation
  const { documentId: modelId } = await strapi
    .documents('api::model-sheet.model-sheet')
    .create({ locale: 'it', status: 'published', data: { title: 'Cambio di residenza', audience: 'Tutti', howTo: 'Così' } })
  const sheets = strapi.db.query(sheetUid) as unknown as Rows
  const follower = (at: number, publishedAt: string | null = null): object => ({
    documentId: `follower-${String(at)}`,
    locale: 'it',
    enteCode: at % 2 === 0 ? 'c_a' : 'c_b',
    title: 'Cambio di residenza',
    modelId,
    modelVersion: 1,
    publishedAt,
  })
  for (let from = 0; from < followers; from += atOnce)
    await sheets.createMany({ data: Array.from({ length: atOnce }, (_, at) => follower(from + at)) })
  const today = new Date().toISOString()
  await sheets.createMany({ data: [follower(0, today), follower(1, today)] })

  const editor = await signInToPanel(url, 'editor@a.example')
  expect((await editor.call('listModels', {}))[0]?.mine).toHaveLength(followers / 2)
  const centre = await signInToPanel(url, 'admin@centre.example')
  expect((await centre.call('readModel', { modelId })).adopters.map(({ code }) => code)).toEqual(['c_a', 'c_b'])
  expect((await centre.call('readAdoption', {}))[0]?.adoptions).toHaveLength(followers)
  await strapi
    .documents('api::model-sheet.model-sheet')
    .update({ documentId: modelId, locale: 'it', status: 'published', data: { howTo: 'Altrimenti' } })
  expect(await strapi.db.query('api::model-proposal.model-proposal').count({ where: { modelId, state: 'open' } })).toBe(followers)
}, 180_000)
