// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBackOffice, openFederation, password, person, type Federation } from '../support/federation.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { PanelRefused, signInToPanel, type PanelSession } from '../support/panel.js'
import { enteUid, faqUid, sheetUid } from '../probes/uids.js'

const modelUid = 'api::model-sheet.model-sheet'
/** Texts without which nobody publishes. */
const enough = { audience: 'Tutti', howTo: 'Così', needed: 'Niente', outcome: 'Tutto', times: 'Subito' }

const explorer = (uid: string, documentId: string, action = '', locale = 'it'): string =>
  `/content-manager/collection-types/${uid}/${documentId}${action === '' ? '' : `/actions/${action}`}?locale=${locale}`

interface Source {
  enteCode: string | null
  outdatedSince?: string | null
  title?: string
  summary?: string
  sections?: Record<string, string>
  locale: string
}

describe('best practice', () => {
  let federation: Federation
  let admin: PanelSession
  let a: PanelSession
  let writer: PanelSession
  let b: PanelSession
  let board: PanelSession

  const documents = (uid: string) => federation.strapi.documents(uid)
  const model = async (data: Record<string, unknown>): Promise<string> =>
    (await documents(modelUid).create({ locale: 'it', status: 'published', data: { title: 'Cambio di residenza', ...enough, ...data } }))
      .documentId
  const publishModel = (documentId: string, data: Record<string, unknown>) =>
    documents(modelUid).update({ documentId, locale: 'it', status: 'published', data })
  /** What citizens read: what the index is given. */
  const pageOf = async (documentId: string, locale = 'it'): Promise<Source | undefined> => {
    const { loadSources } = fromBackOffice<{ loadSources: (s: unknown, kind: string, ids: string[]) => Promise<Source[]> }>(
      'indexing/load-sources.js',
    )
    return (await loadSources(federation.strapi, 'sheet', [documentId])).find((source) => source.locale === locale)
  }
  const adopt = async (session: PanelSession, ente: string, modelId: string, publish = true) => {
    const [adopted] = await session.call('adoptModels', {
      ente,
      modelIds: [modelId],
      publish,
      office: ente === 'c_a' ? federation.offices.anagrafe : federation.offices.elsewhere,
    })
    return adopted ?? expect.fail('nothing was adopted')
  }
  const openProposal = async (session: PanelSession, documentId: string) => {
    const proposals = await session.call('listProposals', {})
    return proposals.find((proposal) => proposal.documentId === documentId)
  }
  const refusal = async (attempt: Promise<unknown>): Promise<string> => {
    try {
      await attempt
      return 'accepted'
    } catch (error) {
      if (error instanceof PanelRefused) return error.message
      throw error
    }
  }

  beforeAll(async () => {
    federation = await openFederation()
    const { strapi, url } = federation
    await person(strapi, 'strapi-super-admin', 'admin@centre.example')
    await person(strapi, 'board', 'board@centre.example')
    const id = await person(strapi, 'ente-editor', 'writer@a.example')
    await strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { members: { connect: [{ id }] } } })
    admin = await signInToPanel(url, 'admin@centre.example')
    board = await signInToPanel(url, 'board@centre.example')
    a = await signInToPanel(url, 'editor@a.example')
    b = await signInToPanel(url, 'editor@b.example')
    writer = await signInToPanel(url, 'writer@a.example')
  })
  afterAll(() => federation.stop())

  test('adopted with one action shows the model’s texts, in the Ente’s name', async () => {
    const modelId = await model({ title: 'Adottata', summary: 'Del modello', howTo: 'Allo sportello' })
    const { documentId, published, outcome } = await adopt(a, 'c_a', modelId)
    expect([published, outcome]).toEqual([true, 'adopted'])
    expect(await pageOf(documentId)).toMatchObject({
      enteCode: 'c_a',
      title: 'Adottata',
      summary: 'Del modello',
      sections: { howTo: 'Allo sportello' },
    })
    expect(await adopt(a, 'c_a', modelId)).toMatchObject({ documentId, outcome: 'there' })
    expect((await a.call('listModels', {})).find((card) => card.modelId === modelId)).toMatchObject({
      version: 1,
      adopters: [{ code: 'c_a', name: 'Comune di A' }],
      mine: [
        {
          enteCode: 'c_a',
          documentId,
          version: 1,
          published: true,
          own: [],
          inherited: ['title', 'summary', ...Object.keys(enough)],
          proposalId: null,
        },
      ],
    })
    const seenByB = (await b.call('listModels', {})).find((card) => card.modelId === modelId)
    expect(seenByB).toMatchObject({ adopters: [{ name: 'Comune di A' }], mine: [] })
  })

  test('changes on no page without the Ente: a new version waits as a proposal', async () => {
    const modelId = await model({ title: 'Prima', summary: 'Uno', howTo: 'Così', costs: 'Gratis' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await documents(sheetUid).update({ documentId, locale: 'it', status: 'published', data: { costs: 'Due euro' } })
    await publishModel(modelId, {
      title: 'Dopo',
      summary: 'Due',
      howTo: 'Così',
      costs: 'Tre euro',
      conditions: 'Regolamento',
      changeNote: 'Nuovi tempi',
    })
    expect(await pageOf(documentId)).toMatchObject({ title: 'Prima', summary: 'Uno', sections: { howTo: 'Così', costs: 'Due euro' } })
    const proposal = await openProposal(a, documentId)
    expect(proposal).toMatchObject({ fromVersion: 1, toVersion: 2, note: 'Nuovi tempi', title: 'Prima' })
    const { differences, canPublishAtOnce } = await a.call('readProposal', { proposalId: proposal?.proposalId ?? '' })
    expect(canPublishAtOnce).toBe(true)
    expect(differences).toEqual([
      { field: 'title', label: 'Titolo', locale: 'it', before: 'Prima', after: 'Dopo', own: null },
      { field: 'summary', label: 'Descrizione breve', locale: 'it', before: 'Uno', after: 'Due', own: null },
      { field: 'costs', label: 'Costi', locale: 'it', before: 'Gratis', after: 'Tre euro', own: 'Due euro' },
      { field: 'conditions', label: 'Condizioni di servizio', locale: 'it', before: '', after: 'Regolamento', own: null },
    ])
    // Some of it: the title stays, the new section stays out, the Ente's own price stays.
    const decided = await a.call('decideProposal', {
      proposalId: proposal?.proposalId ?? '',
      decision: 'accept',
      fields: ['summary'],
      publish: true,
    })
    expect(decided).toMatchObject({ state: 'partly', published: true, decidedBy: 'ente-publisher Prova' })
    const page = await pageOf(documentId)
    expect(page).toMatchObject({ title: 'Prima', summary: 'Due', sections: { howTo: 'Così', costs: 'Due euro' } })
    expect(page?.sections).not.toHaveProperty('conditions')
    // The next version finds the Ente where it stands.
    await publishModel(modelId, { conditions: 'Regolamento nuovo' })
    const next = await openProposal(a, documentId)
    expect((await a.call('readProposal', { proposalId: next?.proposalId ?? '' })).differences.map(({ field }) => field)).toEqual([
      'conditions',
    ])
    await a.call('decideProposal', { proposalId: next?.proposalId ?? '', decision: 'accept', fields: ['conditions'], publish: true })
    expect(await pageOf(documentId)).toMatchObject({ title: 'Prima', sections: { conditions: 'Regolamento nuovo', costs: 'Due euro' } })
  })

  test('is declined with a reason, which the centre and the board read', async () => {
    const modelId = await model({ title: 'Rifiutata', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    expect(await refusal(a.call('decideProposal', { proposalId, decision: 'decline', reason: '' }))).toContain('non è completa')
    await a.call('decideProposal', { proposalId, decision: 'decline', reason: 'Da noi si fa in un altro ufficio' })
    expect((await pageOf(documentId))?.summary).toBe('Uno')
    expect(await refusal(a.call('decideProposal', { proposalId, decision: 'decline', reason: 'Un’altra volta' }))).toContain(
      'ha già deciso',
    )
    for (const session of [admin, board]) {
      const row = (await session.call('readAdoption', {})).find((model) => model.modelId === modelId)
      expect(row?.adoptions).toMatchObject([{ ente: { name: 'Comune di A' }, version: 1 }])
      expect(row?.declined).toMatchObject([{ ente: { name: 'Comune di A' }, version: 2, reason: 'Da noi si fa in un altro ufficio' }])
    }
    expect(await refusal(a.call('readAdoption', {}))).toBe('Il tuo ruolo non lo permette.')
  })

  test('a newer version takes the place of a proposal that waits', async () => {
    const modelId = await model({ title: 'Due versioni', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const first = await openProposal(a, documentId)
    await publishModel(modelId, { summary: 'Tre' })
    expect(await openProposal(a, documentId)).toMatchObject({ fromVersion: 1, toVersion: 3 })
    const late = a.call('decideProposal', { proposalId: first?.proposalId ?? '', decision: 'accept', fields: ['summary'], publish: true })
    expect(await refusal(late)).toContain('più nuova')
    expect((await pageOf(documentId))?.summary).toBe('Uno')
    // Publishing the same text again is no version.
    await publishModel(modelId, { summary: 'Tre' })
    expect((await a.call('readModel', { modelId })).versions.map(({ version }) => version)).toEqual([3, 2, 1])
  })

  test('what another Ente decides is nobody else’s, the centre included', async () => {
    const modelId = await model({ title: 'Di due', summary: 'Uno' })
    const ofA = await adopt(a, 'c_a', modelId)
    const ofB = await adopt(b, 'c_b', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const { proposalId = '' } = (await openProposal(b, ofB.documentId)) ?? {}
    for (const session of [a, admin]) {
      expect(await refusal(session.call('readProposal', { proposalId }))).toBe('Questa proposta non c’è.')
      expect(await refusal(session.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: true }))).toBe(
        'Questa proposta non c’è.',
      )
      expect((await session.call('listProposals', {})).map((card) => card.documentId)).not.toContain(ofB.documentId)
    }
    await b.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: true })
    expect([(await pageOf(ofA.documentId))?.summary, (await pageOf(ofB.documentId))?.summary]).toEqual(['Uno', 'Due'])
    expect(await refusal(a.call('adoptModels', { ente: 'c_b', modelIds: [modelId], publish: false }))).toBe(
      'Puoi adottare modelli solo per il tuo Ente.',
    )
    expect(await refusal(a.call('adoptModels', { ente: null, modelIds: [modelId], publish: false }))).toBe(
      'Puoi adottare modelli solo per il tuo Ente.',
    )
  })

  test('what the Italian leaves out or says in its own words, no other language says for it', async () => {
    const modelId = await model({ title: 'Lasciata fuori', summary: 'Uno', access: 'Allo sportello' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await a.send('PUT', explorer(sheetUid, documentId), { access: 'Solo da noi' })
    await a.send('POST', explorer(sheetUid, documentId, 'publish'), {})
    await publishModel(modelId, { costs: 'Tre euro', summary: 'Due' })
    const first = await openProposal(a, documentId)
    await a.call('decideProposal', { proposalId: first?.proposalId ?? '', decision: 'accept', fields: ['summary'], publish: true })
    await documents(modelUid).update({
      documentId: modelId,
      locale: 'de',
      data: { title: 'Weg', summary: 'Zwei', costs: 'Drei Euro', access: 'Am Schalter' },
    })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    // Offered with the version, each marked as a text that the Ente has apart…
    const second = await openProposal(a, documentId)
    const { differences } = await a.call('readProposal', { proposalId: second?.proposalId ?? '' })
    expect(differences.map(({ field, own }) => [field, own])).toEqual([
      ['title', null],
      ['summary', null],
      ['costs', ''],
      ['access', ''],
    ])
    // …and begun by hand.
    await a.send('PUT', explorer(sheetUid, documentId, '', 'de'), { title: 'Von Hand' })
    await a.send('POST', explorer(sheetUid, documentId, 'publish', 'de'), { title: 'Von Hand' })
    const page = await pageOf(documentId, 'de')
    expect([page?.sections?.costs, page?.sections?.access]).toEqual([undefined, undefined])
  })

  test('a decision stays as long as a language of the page follows what was accepted', async () => {
    const modelId = await model({ title: 'In due lingue', summary: 'Uno' })
    await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { title: 'In two', summary: 'One' } })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await documents(modelUid).update({ documentId: modelId, locale: 'it', data: { summary: 'Due' } })
    await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { summary: 'Two' } })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: false })
    await a.send('POST', explorer(sheetUid, documentId, 'publish'), {})
    await a.send('POST', explorer(sheetUid, documentId, 'discard', 'en'), {})
    expect((await a.call('listProposals', { decided: true })).map((card) => card.proposalId)).toContain(proposalId)
  })

  test('a model that the centre withdrew is adopted no more, and who follows it keeps its texts', async () => {
    const modelId = await model({ title: 'Ritirato', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await documents(modelUid).unpublish({ documentId: modelId, locale: 'it' })
    expect(await refusal(adopt(b, 'c_b', modelId))).toBe('Uno dei modelli scelti non c’è più: ricarica l’elenco.')
    expect((await pageOf(documentId))?.summary).toBe('Uno')
  })

  test('what waits goes with its document to another Ente, and is unknown to the one that had it', async () => {
    const modelId = await model({ title: 'Che passa di mano', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const declined = (await openProposal(a, documentId))?.proposalId ?? ''
    await a.call('decideProposal', { proposalId: declined, decision: 'decline', reason: 'Non ancora' })
    await publishModel(modelId, { summary: 'Tre' })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    await documents(sheetUid).update({ documentId, locale: 'it', data: { enteCode: 'c_b', title: 'Nota solo a B' } })
    for (const of of [proposalId, declined]) {
      expect(await refusal(a.call('readProposal', { proposalId: of }))).toBe('Questa proposta non c’è.')
      expect(await refusal(a.call('decideProposal', { proposalId: of, decision: 'decline', reason: 'Non più nostra' }))).toBe(
        'Questa proposta non c’è.',
      )
    }
    expect(await openProposal(a, documentId)).toBeUndefined()
    // What A decided when it was A's stays in its history, without a word of what B writes.
    const history = (await a.call('listProposals', { decided: true })).find((card) => card.proposalId === declined)
    expect(history).toMatchObject({ title: 'Che passa di mano', state: 'declined' })
    const ofB = await openProposal(b, documentId)
    expect(ofB).toMatchObject({ toVersion: 3, title: 'Nota solo a B', ente: { code: 'c_b' } })
    await b.call('decideProposal', { proposalId: ofB?.proposalId ?? '', decision: 'accept', fields: ['summary'], publish: false })
  })

  test('a proposal ends with its document', async () => {
    const modelId = await model({ title: 'Cancellata', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const waiting = async (): Promise<number> => (await a.call('describeMe', {})).openProposals
    const before = await waiting()
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    await a.send('DELETE', explorer(sheetUid, documentId, '', '*'))
    expect(await openProposal(a, documentId)).toBeUndefined()
    expect(await waiting()).toBe(before - 1)
    expect(await refusal(a.call('decideProposal', { proposalId, decision: 'decline', reason: 'Tardi' }))).toContain('ha già deciso')
  })

  test('a version that was accepted into a draft is proposed again when the draft is discarded', async () => {
    const modelId = await model({ title: 'Scartata', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const accepted = (await openProposal(a, documentId))?.proposalId ?? ''
    await a.call('decideProposal', { proposalId: accepted, decision: 'accept', fields: ['summary'], publish: false })
    expect(await openProposal(a, documentId)).toBeUndefined()
    expect((await a.send('POST', explorer(sheetUid, documentId, 'discard'), {})).status).toBe(200)
    expect(await openProposal(a, documentId)).toMatchObject({ fromVersion: 1, toVersion: 2 })
    expect((await a.call('listProposals', { decided: true })).map(({ proposalId }) => proposalId)).not.toContain(accepted)
    // What was declined stays declined.
    const again = (await openProposal(a, documentId))?.proposalId ?? ''
    await a.call('decideProposal', { proposalId: again, decision: 'decline', reason: 'Ci abbiamo ripensato' })
    await documents(sheetUid).update({ documentId, locale: 'it', data: { costs: 'Altro' } })
    expect((await a.send('POST', explorer(sheetUid, documentId, 'discard'), {})).status).toBe(200)
    expect(await openProposal(a, documentId)).toBeUndefined()
  })

  test('languages that follow different versions are each compared with their own', async () => {
    const modelId = await model({ title: 'Due passi', summary: 'Uno', costs: 'Uno' })
    await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { title: 'Two steps', summary: 'One', costs: 'One' } })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await documents(modelUid).update({ documentId: modelId, locale: 'it', data: { summary: 'Due' } })
    await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { summary: 'Two' } })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    const first = (await openProposal(a, documentId))?.proposalId ?? ''
    await a.call('decideProposal', { proposalId: first, decision: 'accept', fields: ['summary'], publish: false })
    await documents(sheetUid).publish({ documentId, locale: 'it' })
    expect((await a.send('POST', explorer(sheetUid, documentId, 'discard', 'en'), {})).status).toBe(200)
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    const { differences } = await a.call('readProposal', { proposalId })
    expect(differences.map(({ field, locale, before, after }) => [field, locale, before, after])).toEqual([['summary', 'en', 'One', 'Two']])
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: true })
    expect(await pageOf(documentId)).toMatchObject({ summary: 'Due' })
    expect(await pageOf(documentId, 'en')).toMatchObject({ summary: 'Two', outdatedSince: null })
  })

  test('a translation is marked when the Italian that the model gives becomes another', async () => {
    const modelId = await model({ title: 'Tradotta', costs: '10 euro' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    const german = { title: 'Übersetzt', costs: '10 Euro' }
    await documents(sheetUid).update({ documentId, locale: 'de', status: 'published', data: german })
    // Nothing that citizens read has changed.
    await documents(sheetUid).publish({ documentId, locale: 'it' })
    expect(await pageOf(documentId, 'de')).toMatchObject({ outdatedSince: null })
    await publishModel(modelId, { costs: '99 euro' })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['costs'], publish: true })
    expect(await pageOf(documentId)).toMatchObject({ sections: { costs: '99 euro' } })
    expect(await pageOf(documentId, 'de')).toMatchObject({ sections: { costs: '10 Euro' }, outdatedSince: expect.any(String) as string })
    await documents(sheetUid).update({ documentId, locale: 'de', status: 'published', data: { costs: '99 Euro' } })
    expect(await pageOf(documentId, 'de')).toMatchObject({ outdatedSince: null })
  })

  test('a translation that the model renews with the Italian is not marked; one that it does not renew is', async () => {
    const modelId = await model({ title: 'Con la sua traduzione', summary: 'Uno', costs: 'Uno' })
    await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { title: 'Translated', summary: 'One', costs: 'One' } })
    await documents(modelUid).publish({ documentId: modelId, locale: '*' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    const nextVersion = async (it: Record<string, string>, en: Record<string, string>): Promise<void> => {
      await documents(modelUid).update({ documentId: modelId, locale: 'it', data: { ...it } })
      await documents(modelUid).update({ documentId: modelId, locale: 'en', data: { ...en } })
      await documents(modelUid).publish({ documentId: modelId, locale: '*' })
      const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
      await a.call('decideProposal', { proposalId, decision: 'accept', fields: Object.keys(it), publish: true })
    }
    await nextVersion({ summary: 'Due' }, { summary: 'Two' })
    expect(await pageOf(documentId, 'en')).toMatchObject({ summary: 'Two', outdatedSince: null })
    await nextVersion({ summary: 'Tre', costs: 'Tre' }, { summary: 'Three' })
    expect(await pageOf(documentId, 'en')).toMatchObject({ summary: 'Three', outdatedSince: expect.any(String) as string })
  })

  test('a draft with other changes is not published along with an acceptance', async () => {
    const modelId = await model({ title: 'In bozza', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    await publishModel(modelId, { summary: 'Due' })
    await documents(sheetUid).update({ documentId, locale: 'it', data: { costs: 'Non ancora' } })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    expect((await a.call('readProposal', { proposalId })).canPublishAtOnce).toBe(false)
    expect(await refusal(a.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: true }))).toContain(
      'altre modifiche',
    )
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: false })
    expect(await pageOf(documentId)).toMatchObject({ summary: 'Uno' })
    await documents(sheetUid).publish({ documentId, locale: 'it' })
    expect(await pageOf(documentId)).toMatchObject({ summary: 'Due', sections: { costs: 'Non ancora' } })
  })

  test('whoever writes drafts adopts and accepts as drafts', async () => {
    const modelId = await model({ title: 'Di chi scrive', summary: 'Uno' })
    expect(await refusal(adopt(writer, 'c_a', modelId))).toContain('responsabile della pubblicazione')
    const { documentId } = await adopt(writer, 'c_a', modelId, false)
    expect(await pageOf(documentId)).toBeUndefined()
  })

  test('asks for what only the Ente knows, and publishes nothing that lacks it', async () => {
    const modelId = await model({
      title: 'Con un ufficio',
      summary: 'Uno',
      localFields: [
        { field: 'offices', prompt: 'Chi se ne occupa da voi' },
        { field: 'costs', prompt: 'Quanto costa da voi' },
      ],
    })
    const adopted = await adopt(a, 'c_a', modelId)
    expect(adopted).toMatchObject({ published: false, missing: ['Costi'] })
    const list = await a.call('listModels', {})
    expect(list.find((card) => card.modelId === modelId)?.mine[0]?.missing).toEqual(['Costi'])
  })

  test('a whole first knowledge base is adopted at once', async () => {
    const modelIds: string[] = []
    for (let n = 0; n < 40; n++)
      modelIds.push(
        await model({
          title: `Servizio ${String(n)}`,
          summary: 'In breve',
          audience: 'Tutti',
          howTo: 'Così',
          localFields: [{ field: 'offices', prompt: '' }],
        }),
      )
    const office = federation.offices.elsewhere
    const adopted = await b.call('adoptModels', { ente: 'c_b', modelIds, publish: true, office })
    expect(adopted.filter(({ published }) => published)).toHaveLength(40)
    expect(await pageOf(adopted[39]?.documentId ?? '')).toMatchObject({
      enteCode: 'c_b',
      title: 'Servizio 39',
      offices: [{ name: 'Ufficio senza recapiti' }],
    })
    const foreign = b.call('adoptModels', {
      ente: 'c_b',
      modelIds: [await model({ title: 'Altro' })],
      publish: true,
      office: federation.offices.anagrafe,
    })
    expect(await refusal(foreign)).toBe('Puoi collegare solo contenuti dello stesso Ente.')
  })

  test('translations follow the model’s own, in the languages of the Ente', async () => {
    const modelId = await model({ title: 'In due lingue', summary: 'Uno' })
    await documents(modelUid).update({
      documentId: modelId,
      locale: 'en',
      status: 'published',
      data: { title: 'In two languages', summary: 'One' },
    })
    await federation.strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { languages: ['it', 'en'] } })
    const ofA = await adopt(a, 'c_a', modelId)
    const ofB = await adopt(b, 'c_b', modelId)
    expect(await pageOf(ofA.documentId, 'en')).toMatchObject({ title: 'In two languages', summary: 'One' })
    expect(await pageOf(ofB.documentId, 'en')).toBeUndefined()
  })

  test('who would read the same texts is asked nothing, and follows the new version', async () => {
    const modelId = await model({ title: 'Solo argomenti', summary: 'Uno', conditions: 'Regolamento' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    const unwilling = await adopt(b, 'c_b', modelId)
    await publishModel(modelId, { summary: 'Due' })
    const accepted = (await openProposal(a, documentId))?.proposalId ?? ''
    await a.call('decideProposal', { proposalId: accepted, decision: 'accept', fields: ['summary'], publish: true })
    const topic = await federation.strapi.db.query('api::topic.topic').findOne({ where: { id: { $notNull: true } } })
    await publishModel(modelId, { topics: [topic?.documentId], localFields: [{ field: 'costs', prompt: 'Quanto costa da voi' }] })
    expect(await openProposal(a, documentId)).toBeUndefined()
    const [mine] = (await a.call('listModels', {})).find((card) => card.modelId === modelId)?.mine ?? []
    // What the new version asks for is asked of its followers too.
    expect(mine).toMatchObject({ version: 3, published: true, missing: ['Costi'], proposalId: null })
    expect(await pageOf(documentId)).toMatchObject({ summary: 'Due', sections: { conditions: 'Regolamento' } })
    // Who follows the version before the last text still has that one to decide about.
    expect(await openProposal(b, unwilling.documentId)).toMatchObject({ fromVersion: 1, toVersion: 3 })
    // Nothing else waits in the draft: the next acceptance can be published at once.
    await publishModel(modelId, { summary: 'Tre' })
    const { proposalId = '' } = (await openProposal(a, documentId)) ?? {}
    expect(await a.call('readProposal', { proposalId })).toMatchObject({ fromVersion: 3, canPublishAtOnce: true })
  })

  test('a language that a version adds is offered to the Enti that speak it', async () => {
    const modelId = await model({ title: 'Poi in inglese', summary: 'Uno' })
    const ofA = await adopt(a, 'c_a', modelId)
    const ofB = await adopt(b, 'c_b', modelId)
    await documents(modelUid).update({
      documentId: modelId,
      locale: 'en',
      status: 'published',
      data: { title: 'Later in English', summary: 'One', costs: 'Two euros' },
    })
    expect(await openProposal(b, ofB.documentId)).toBeUndefined()
    const { proposalId = '' } = (await openProposal(a, ofA.documentId)) ?? {}
    const { differences } = await a.call('readProposal', { proposalId })
    expect(differences).toEqual([
      { field: 'title', label: 'Titolo', locale: 'en', before: '', after: 'Later in English', own: null },
      { field: 'summary', label: 'Descrizione breve', locale: 'en', before: '', after: 'One', own: null },
      { field: 'costs', label: 'Costi', locale: 'en', before: '', after: 'Two euros', own: null },
    ])
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['title', 'summary'], publish: true })
    const page = await pageOf(ofA.documentId, 'en')
    expect(page).toMatchObject({ enteCode: 'c_a', title: 'Later in English', summary: 'One' })
    expect(page?.sections).not.toHaveProperty('costs')
    expect(await pageOf(ofA.documentId)).toMatchObject({ title: 'Poi in inglese', summary: 'Uno' })
    expect(await pageOf(ofB.documentId, 'en')).toBeUndefined()
  })

  test('a good text of an Ente is offered, becomes a model, and is adopted by its neighbour', async () => {
    const source = await documents(sheetUid).create({
      locale: 'it',
      status: 'published',
      data: { title: 'Pedibus', summary: 'A scuola a piedi', ...enough, enteCode: 'c_a' },
    })
    const { suggestionId } = await writer.call('suggestModel', { kind: 'sheet', documentId: source.documentId, note: 'Funziona bene' })
    expect(await refusal(a.call('suggestModel', { kind: 'sheet', documentId: source.documentId, note: '' }))).toContain('già proposto')
    expect(await refusal(b.call('suggestModel', { kind: 'sheet', documentId: source.documentId, note: '' }))).toContain('del proprio Ente')
    expect(await refusal(a.call('decideSuggestion', { suggestionId, decision: 'accept' }))).toBe('Il tuo ruolo non lo permette.')
    expect(await b.call('listSuggestions', {})).toEqual([])
    const { modelId, state } = await admin.call('decideSuggestion', { suggestionId, decision: 'accept' })
    expect([state, typeof modelId]).toEqual(['accepted', 'string'])
    expect((await a.call('listSuggestions', {}))[0]).toMatchObject({ state: 'accepted', title: 'Pedibus' })
    // It is a draft until the centre publishes it.
    expect((await b.call('listModels', {})).map((card) => card.modelId)).not.toContain(modelId)
    await documents(modelUid).publish({ documentId: modelId, locale: 'it' })
    const { documentId } = await adopt(b, 'c_b', modelId ?? '')
    expect(await pageOf(documentId)).toMatchObject({ enteCode: 'c_b', title: 'Pedibus', summary: 'A scuola a piedi' })
  })

  test('a text that is too long to be a model is offered to nobody: its Ente is told what to shorten', async () => {
    const { documentId } = await documents(sheetUid).create({
      locale: 'it',
      status: 'published',
      data: { title: 'T'.repeat(80), summary: 'S'.repeat(300), ...enough, enteCode: 'c_a' },
    })
    expect(await refusal(a.call('suggestModel', { kind: 'sheet', documentId, note: '' }))).toBe(
      'Il titolo è di 80 caratteri: al massimo 60. La descrizione breve è di 300 caratteri: al massimo 255. ' +
        'Accorcia, pubblica, e poi proponi: un modello è breve perché tutti lo leggano.',
    )
    await documents(sheetUid).update({ documentId, locale: 'it', status: 'published', data: { title: 'Corto', summary: 'Breve' } })
    const { suggestionId } = await a.call('suggestModel', { kind: 'sheet', documentId, note: '' })
    expect(await admin.call('decideSuggestion', { suggestionId, decision: 'accept' })).toMatchObject({ state: 'accepted' })
  })

  test('who wrote meanwhile is named, also when a proposal was accepted', async () => {
    const modelId = await model({ title: 'Chi ha scritto', summary: 'Uno' })
    const { documentId } = await adopt(a, 'c_a', modelId)
    const write = (session: PanelSession, data: object) => session.send('PUT', explorer(sheetUid, documentId), data)
    const revision = async (): Promise<unknown> => (await documents(sheetUid).findOne({ documentId, locale: 'it' }))?.revision
    await write(a, { furtherInfo: 'Di chi pubblica' })
    const read = await revision()
    await publishModel(modelId, { summary: 'Due' })
    const { proposalId = '' } = (await openProposal(writer, documentId)) ?? {}
    await writer.call('decideProposal', { proposalId, decision: 'accept', fields: ['summary'], publish: false })
    const refused = await write(a, { furtherInfo: 'Ancora', revision: read })
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('ente-editor Prova ha salvato questa pagina')])
  })

  test('a text that was discarded is never taken for a newer one', async () => {
    const { documentId } = await adopt(a, 'c_a', await model({ title: 'Contata' }))
    const write = (session: PanelSession, data: object) => session.send('PUT', explorer(sheetUid, documentId), data)
    await write(a, { furtherInfo: 'Uno' })
    const read = (await documents(sheetUid).findOne({ documentId, locale: 'it' }))?.revision
    const discarded = await a.send('POST', explorer(sheetUid, documentId, 'discard'), {})
    // The panel goes on with the count that it is answered.
    const { revision } = discarded.body.data as { revision: number }
    expect((await write(writer, { furtherInfo: 'Due', revision })).status).toBe(200)
    const stale = await write(a, { furtherInfo: 'Vecchio', revision: read })
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('ente-editor Prova')])
  })

  test('what a neighbour has in a draft is not shown among those who use a model', async () => {
    const modelId = await model({ title: 'In bozza da B' })
    const { documentId } = await adopt(b, 'c_b', modelId, false)
    const adopters = async (session: PanelSession) =>
      (await session.call('listModels', {})).find((card) => card.modelId === modelId)?.adopters.map(({ code }) => code)
    expect([await adopters(a), await adopters(b)]).toEqual([[], ['c_b']])
    await documents(sheetUid).publish({ documentId, locale: 'it' })
    expect(await adopters(a)).toEqual(['c_b'])
  })

  test('questions are adopted like sheets', async () => {
    const uid = 'api::model-faq.model-faq'
    const { documentId: modelId } = await documents(uid).create({
      locale: 'it',
      status: 'published',
      data: { question: 'Quando apre?', answer: 'Alle nove.', phrasings: ['orari'] },
    })
    const adopted = await adopt(a, 'c_a', modelId)
    const { loadSources } = fromBackOffice<{ loadSources: (s: unknown, kind: string, ids: string[]) => Promise<unknown[]> }>(
      'indexing/load-sources.js',
    )
    expect(await loadSources(federation.strapi, 'faq', [adopted.documentId])).toMatchObject([
      { question: 'Quando apre?', answer: 'Alle nove.', phrasings: ['orari'] },
    ])
    await documents(uid).update({ documentId: modelId, locale: 'it', status: 'published', data: { answer: 'Alle otto.' } })
    const { proposalId = '' } = (await a.call('listProposals', {})).find(({ kind }) => kind === 'faq') ?? {}
    await a.call('decideProposal', { proposalId, decision: 'accept', fields: ['answer'], publish: true })
    expect(await loadSources(federation.strapi, 'faq', [adopted.documentId])).toMatchObject([{ answer: 'Alle otto.' }])
    expect(await documents(faqUid).findOne({ documentId: adopted.documentId, locale: 'it' })).toMatchObject({
      answer: null,
      modelVersion: 2,
    })
  })

  test('a version that was published never changes', async () => {
    const modelId = await model({ title: 'Immutabile' })
    const versions = federation.strapi.db.query('api::model-version.model-version')
    await expect(versions.update({ where: { modelId }, data: { note: 'altro' } })).rejects.toThrow('non si cambia')
    await expect(versions.updateMany({ where: { modelId }, data: { note: 'altro' } })).rejects.toThrow('non si cambia')
    await expect(versions.deleteMany({ where: { modelId } })).rejects.toThrow('non si cancella')
    expect(await versions.count({ where: { modelId } })).toBe(1)
  })

  test('a person is invited with one form and one mail, and works at once', async () => {
    const delivery = federation.startDelivery()
    const invitation = { ente: 'c_b', email: 'Nuova@b.example', firstname: 'Nina', lastname: 'Nuova', role: 'editor' } as const
    expect(await refusal(a.call('invitePerson', invitation))).toBe('Il tuo ruolo non lo permette.')
    expect(await admin.call('invitePerson', invitation)).toEqual({ outcome: 'invited', email: 'nuova@b.example' })
    const mail = await mailTo(federation.dataDir, 'nuova@b.example', 'Comune di B')
    const token = new URL(linkIn(mail, 'http')).searchParams.get('registrationToken')
    const { send } = a
    const registered = await send('POST', '/admin/register', {
      registrationToken: token,
      userInfo: { firstname: 'Nina', lastname: 'Nuova', password },
    })
    expect(registered.status).toBe(200)
    const nina = await signInToPanel(federation.url, 'nuova@b.example')
    expect((await nina.call('describeMe', {})).enti).toEqual([{ code: 'c_b', name: 'Comune di B' }])
    // A second Ente, and the same person.
    expect(await admin.call('invitePerson', { ...invitation, ente: 'c_a' })).toMatchObject({ outcome: 'joined' })
    expect((await nina.call('describeMe', {})).enti.map(({ code }) => code)).toEqual(['c_a', 'c_b'])
    expect(await refusal(admin.call('invitePerson', { ...invitation, email: 'operator@centre.example' }))).toContain('un altro account')
    await delivery.stop()
  })
})
