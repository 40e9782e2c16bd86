// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, type Federation } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { startPostgres, type TestDatabase } from '../support/postgres.js'
import { until } from '../support/until.js'
import { sheetUid } from '../probes/uids.js'

const modelUid = 'api::model-sheet.model-sheet'
const enough = { audience: 'Tutti', howTo: 'Così', needed: 'Niente', outcome: 'Tutto', times: 'Subito' }
const atOnce = [1, 2, 3, 4]

describe('best practice on PostgreSQL, where people really act at the same moment', () => {
  let database: TestDatabase
  let federation: Federation
  let a: PanelSession

  const rows = (uid: string, where: object) => federation.strapi.db.query(uid).findMany({ where })
  const model = async (title: string, texts: Record<string, unknown> = {}): Promise<string> =>
    (await federation.strapi.documents(modelUid).create({ locale: 'it', status: 'published', data: { title, ...enough, ...texts } }))
      .documentId
  const publishModel = (documentId: string, data: Record<string, unknown>) =>
    federation.strapi.documents(modelUid).update({ documentId, locale: 'it', status: 'published', data })
  const adopt = async (modelId: string) => {
    const office = federation.offices.anagrafe
    const [adopted] = await a.call('adoptModels', { ente: 'c_a', modelIds: [modelId], publish: true, office })
    return adopted ?? expect.fail('nothing was adopted')
  }
  const openProposal = async (documentId: string) =>
    (await a.call('listProposals', {})).find((proposal) => proposal.documentId === documentId) ?? expect.fail('nothing was proposed')

  const someoneWaits = async (): Promise<boolean> => {
    const { rows: found } = await federation.strapi.db.connection.raw(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)
    return found.length > 0
  }

  beforeAll(async () => {
    database = await startPostgres()
    federation = await openFederation({ DATABASE_URL: database.url })
    a = await signInToPanel(federation.url, 'editor@a.example')
  })
  afterAll(async () => {
    await federation.stop()
    await database.stop()
  })

  test('a model that several adopt at once for one Ente becomes one page', async () => {
    for (const round of atOnce) {
      const modelId = await model(`Insieme ${String(round)}`)
      const adopted = await Promise.all(atOnce.map(() => adopt(modelId)))
      expect(adopted.map(({ outcome }) => outcome).sort()).toEqual(['adopted', 'there', 'there', 'there'])
      expect(new Set((await rows(sheetUid, { modelId })).map(({ documentId }) => documentId)).size).toBe(1)
    }
  })

  test('a text that several propose as a model at once is proposed once, and of two who save at once one is told', async () => {
    for (const round of atOnce) {
      const { documentId } = await adopt(await model(`Da proporre ${String(round)}`))
      const suggested = await Promise.allSettled(atOnce.map(() => a.call('suggestModel', { kind: 'sheet', documentId, note: '' })))
      expect(suggested.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await rows('api::model-suggestion.model-suggestion', { source: documentId })).toHaveLength(1)
      const read = (await federation.strapi.documents(sheetUid).findOne({ documentId, locale: 'it' }))?.revision
      const saved = await Promise.all(
        atOnce.map((one) =>
          a.send('PUT', `/content-manager/collection-types/${sheetUid}/${documentId}?locale=it`, {
            furtherInfo: String(one),
            revision: read,
          }),
        ),
      )
      expect(saved.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    }
  })

  test.each([false, true])(
    'what a colleague saves while somebody decides is neither lost nor published along: at once %s',
    async (publish) => {
      const modelId = await model(`Salvata ${String(publish)}`, { costs: 'uno', summary: 'uno' })
      const { documentId } = await adopt(modelId)
      await publishModel(modelId, { costs: 'due', summary: 'due' })
      const { proposalId } = await openProposal(documentId)
      let decided: Promise<unknown> = Promise.resolve()
      await federation.strapi.db.transaction(async () => {
        const data = { costs: 'Del collega', furtherInfo: 'Non finito' }
        await federation.strapi.documents(sheetUid).update({ documentId, locale: 'it', data })
        decided = a.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish }).catch(String)
        // It waits for this document, or has gone past it.
        await Promise.race([decided, until('a transaction that waits', someoneWaits)])
      })
      const answer = await decided
      if (publish) expect(answer).toContain('altre modifiche non pubblicate')
      const [draft, published] = await Promise.all(
        (['draft', 'published'] as const).map((status) =>
          federation.strapi.documents(sheetUid).findOne({ documentId, locale: 'it', status }),
        ),
      )
      expect(draft).toMatchObject({ costs: 'Del collega', furtherInfo: 'Non finito' })
      expect(published?.furtherInfo ?? null).toBeNull()
    },
  )

  test('whatever comes first, a version that is published and an acceptance, the page loses no text', async () => {
    for (const round of [...atOnce, ...atOnce]) {
      const modelId = await model(`Gara ${String(round)}`, { costs: 'uno', furtherInfo: 'uno' })
      const { documentId } = await adopt(modelId)
      await publishModel(modelId, { costs: 'due', furtherInfo: 'due' })
      const { proposalId } = await openProposal(documentId)
      const [decided] = await Promise.allSettled([
        a.call('decideProposal', { proposalId, decision: 'accept', fields: ['costs', 'furtherInfo'], publish: true }),
        publishModel(modelId, { costs: 'tre' }),
      ])
      const next = await openProposal(documentId)
      const { differences } = await a.call('readProposal', { proposalId: next.proposalId })
      const came = differences.map(({ field, before }) => [field, before])
      if (decided.status === 'fulfilled') {
        expect([next.fromVersion, came]).toEqual([2, [['costs', 'due']]])
        await a.call('decideProposal', { proposalId: next.proposalId, decision: 'accept', fields: ['costs'], publish: true })
        const page = await federation.strapi.documents(sheetUid).findOne({ documentId, locale: 'it', status: 'published' })
        // Nothing pinned to an older text: both are shown from the third version.
        expect(page).toMatchObject({ modelVersion: 3, costs: null, furtherInfo: null })
      } else {
        expect(String(decided.reason)).toContain('più nuova')
        expect([next.fromVersion, came]).toEqual([
          1,
          [
            ['costs', 'uno'],
            ['furtherInfo', 'uno'],
          ],
        ])
      }
    }
  })
})
