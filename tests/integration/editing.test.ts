// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBackOffice, openFederation, person, type Federation } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { enteUid, sheetUid } from '../probes/uids.js'

const path = (rest = ''): string => `/content-manager/collection-types/${sheetUid}${rest}`
const enough = { audience: 'Tutti', howTo: 'Così', needed: 'Niente', outcome: 'Tutto', times: 'Subito' }

interface Sheet {
  documentId: string
  revision: number
  completeness: string
  missing: string | null
}

describe('an editor writes a sheet', () => {
  let federation: Federation
  let editor: PanelSession
  let colleague: PanelSession

  const create = async (data: Record<string, unknown>): Promise<Sheet> => {
    const { status, body, text } = await editor.send('POST', path('?locale=it'), data)
    if (status !== 201) throw new Error(text)
    return body.data as Sheet
  }
  const read = async (documentId: string): Promise<Sheet> => (await editor.send('GET', path(`/${documentId}?locale=it`))).body.data as Sheet

  beforeAll(async () => {
    federation = await openFederation()
    const id = await person(federation.strapi, 'ente-editor', 'writer@a.example')
    await federation.strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { members: { connect: [{ id }] } } })
    editor = await signInToPanel(federation.url, 'editor@a.example')
    colleague = await signInToPanel(federation.url, 'writer@a.example')
  })
  afterAll(() => federation.stop())

  test('and is told what is missing, by name, until it is complete', async () => {
    const { documentId } = await create({ title: 'Occupazione di suolo', ...enough, times: '' })
    expect(await read(documentId)).toMatchObject({
      completeness: 'da-completare',
      missing:
        'Per pubblicare: Tempi e scadenze, Uffici competenti. Per completarla: Descrizione breve, Categorie, Argomenti, Accedi al servizio, Condizioni di servizio, Contatti.',
    })
    await editor.send('PUT', path(`/${documentId}?locale=it`), {
      times: 'Trenta giorni',
      offices: { connect: [{ documentId: federation.offices.anagrafe }] },
    })
    expect(await read(documentId)).toMatchObject({ completeness: 'pubblicabile' })
  })

  test('which nobody publishes while it says too little, and the refusal says what to add', async () => {
    const { documentId } = await create({ title: 'Troppo poco', audience: 'Tutti' })
    const refused = await editor.send('POST', path(`/${documentId}/actions/publish?locale=it`), { title: 'Troppo poco' })
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Per pubblicare manca ancora: Come fare, Cosa serve')])
    const bulk = await editor.send('POST', path('/actions/bulkPublish'), { documentIds: [documentId], locale: ['it'] })
    expect(bulk.status).toBe(400)
    expect(await federation.strapi.db.query(sheetUid).count({ where: { documentId, publishedAt: { $notNull: true } } })).toBe(0)
  })

  test('nor a translation before the Italian that all languages fall back on', async () => {
    const { strapi } = federation
    await strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { languages: ['it', 'en'] } })
    const publish = (documentId: string, locale: string) =>
      editor.send('POST', path(`/${documentId}/actions/publish?locale=${locale}`), { title: 'European card' })
    const first = [400, expect.stringContaining('Prima di una traduzione va pubblicato il testo in italiano')]

    const alone = (await editor.send('POST', path('?locale=en'), { title: 'European card' })).body.data as Sheet
    const refused = await publish(alone.documentId, 'en')
    expect([refused.status, refused.text]).toEqual(first)

    const { documentId } = await create({
      title: 'Carta europea',
      ...enough,
      offices: { connect: [{ documentId: federation.offices.anagrafe }] },
    })
    await editor.send('PUT', path(`/${documentId}?locale=en`), { title: 'European card' })
    const early = await publish(documentId, 'en')
    expect([early.status, early.text]).toEqual(first)
    expect((await publish(documentId, 'it')).status).toBe(200)
    expect((await publish(documentId, 'en')).status).toBe(200)
  })

  test('but what an import published stays, and may be improved step by step', async () => {
    const { documentId } = await federation.strapi.documents(sheetUid).create({
      locale: 'it',
      status: 'published',
      data: { title: 'Una scheda importata con un titolo lungo, molto più lungo di sessanta caratteri', enteCode: 'c_a' },
    })
    expect((await editor.send('PUT', path(`/${documentId}?locale=it`), { costs: 'Gratis' })).status).toBe(200)
    expect((await editor.send('POST', path(`/${documentId}/actions/publish?locale=it`), { costs: 'Gratis' })).status).toBe(200)
  })

  test('within the limits of the Modello Comuni, said beside the field', async () => {
    const { status, body } = await editor.send('POST', path('?locale=it'), { title: 'a'.repeat(61), summary: 'b'.repeat(256) })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      error: {
        details: {
          errors: [
            { path: ['title'], message: 'Il titolo è di 61 caratteri: al massimo 60.' },
            { path: ['summary'], message: 'La descrizione breve è di 256 caratteri: al massimo 255.' },
          ],
        },
      },
    })
  })

  test('with links that lead to pages of the web, and to nothing that a browser would run', async () => {
    const { documentId } = await create({ title: 'Con un collegamento', onlineUrl: 'https://servizi.example/prenota' })
    for (const onlineUrl of ['javascript:alert(document.domain)', 'data:text/html,x', 'www.senza-schema.example']) {
      const { status, body } = await editor.send('PUT', path(`/${documentId}?locale=it`), { onlineUrl })
      expect([status, body], onlineUrl).toMatchObject([
        400,
        {
          error: {
            details: {
              errors: [{ path: ['onlineUrl'], message: expect.stringContaining('che comincia con https:// o http://') as string }],
            },
          },
        },
      ])
    }
    // What was there before stays while something else is written, and no page shows it.
    const { strapi } = federation
    await strapi.db.query(sheetUid).updateMany({ where: { documentId }, data: { onlineUrl: 'javascript:alert(1)' } })
    const kept = await editor.send('PUT', path(`/${documentId}?locale=it`), {
      onlineUrl: 'javascript:alert(1)',
      bookingUrl: '',
      costs: 'Gratis',
    })
    expect(kept.status).toBe(200)
    const { url } = await editor.call('previewContent', { kind: 'sheet', documentId, locale: 'it' })
    const token = new URL(url).pathname.split('/').at(-1) ?? ''
    expect((await federation.call('readPreview', { token, ente: 'c_a' })).page).toMatchObject({ onlineUrl: '' })
  })

  test('that a colleague saved meanwhile: nothing is written, and both texts are there', async () => {
    const { documentId, revision } = await create({ title: 'A quattro mani', costs: 'Uno', times: 'Oggi' })
    expect(revision).toBe(1)
    const theirs = await colleague.send('PUT', path(`/${documentId}?locale=it`), { title: 'A quattro mani', costs: 'Due', revision })
    expect(theirs.status).toBe(200)
    const mine = await editor.send('PUT', path(`/${documentId}?locale=it`), {
      title: 'A quattro mani',
      costs: 'Tre',
      times: 'Oggi',
      revision,
    })
    expect(mine.status).toBe(409)
    expect(mine.body).toMatchObject({
      error: {
        message: 'ente-editor Prova ha salvato questa pagina mentre la scrivevi: niente è andato perso.',
        details: { revision: 2, by: 'ente-editor Prova', fields: [{ field: 'costs', label: 'Costi', theirs: 'Due', yours: 'Tre' }] },
      },
    })
    expect(await read(documentId)).toMatchObject({ costs: 'Due', revision: 2 })
    // Publishing saves first, and so is refused too.
    expect((await editor.send('POST', path(`/${documentId}/actions/publish?locale=it`), { costs: 'Tre', revision })).status).toBe(409)
    const again = await editor.send('PUT', path(`/${documentId}?locale=it`), { costs: 'Tre', revision: 2 })
    expect([again.status, await read(documentId)]).toMatchObject([200, { costs: 'Tre', revision: 3 }])
  })

  test('and sees the draft as citizens will, through an address that holds for a while and shows nothing else', async () => {
    const { documentId } = await create({ title: 'In anteprima', ...enough })
    await federation.strapi.documents(sheetUid).update({ documentId, locale: 'it', data: { times: 'Bozza **nuova**' } })
    const preview = { kind: 'sheet', documentId, locale: 'it' } as const
    const { url } = await editor.call('previewContent', preview)
    expect(url).toMatch(/^http:\/\/citizens\.example\/comune-a\/anteprima\/.+\?lang=it$/)
    const token = new URL(url).pathname.split('/').at(-1) ?? ''
    const answer = await federation.call('readPreview', { token, ente: 'c_a' })
    expect(answer.page).toMatchObject({ kind: 'sheet', title: 'In anteprima', enteCode: 'c_a' })
    expect(JSON.stringify(answer.page)).toContain('<strong>nuova</strong>')
    for (const forged of ['', 'x', `${token}x`, token.replace(/^./, 'A'), token.split('~').slice(0, 2).join('~')])
      expect(await federation.call('readPreview', { token: forged, ente: 'c_a' })).toEqual({ page: null })
    expect(await federation.call('readPreview', { token, ente: 'c_b' })).toEqual({ page: null })
    const other = await signInToPanel(federation.url, 'editor@b.example')
    await expect(other.call('previewContent', preview)).rejects.toThrow('Salva la bozza')
  })

  test('and the people of the Ente are reminded once when it is to be read again', async () => {
    const { remindReviews } = fromBackOffice<{ remindReviews: (strapi: unknown, now: Date) => Promise<void> }>('content/remind-reviews.js')
    const { strapi } = federation
    for (const [title, reviewBy, enteCode] of [
      ['Da rileggere', '2026-03-10', 'c_a'],
      ['Da rileggere dopo', '2026-03-12', 'c_a'],
      ['Dell’altro Ente', '2026-05-01', 'c_b'],
      ['Di un Ente sospeso', '2026-03-10', 'c_c'],
    ])
      await strapi.documents(sheetUid).create({ locale: 'it', status: 'published', data: { title, reviewBy, enteCode } })
    const mails = async () => {
      const rows = await strapi.db
        .query('api::delivery.delivery')
        .findMany({ where: { event: 'content.review-due' }, orderBy: { id: 'asc' } })
      return rows.map(({ destination, subject, payload }) => [
        destination,
        subject,
        (payload as { text: string }).text.includes('Da rileggere ('),
      ])
    }
    await remindReviews(strapi, new Date('2026-03-10T06:00:00Z'))
    await remindReviews(strapi, new Date('2026-03-10T18:00:00Z'))
    const first = [
      ['editor@a.example', 'Comune di A: una pagina da rivedere', true],
      ['writer@a.example', 'Comune di A: una pagina da rivedere', true],
    ]
    expect((await mails()).toSorted()).toEqual(first)
    // The system was down for some days: what fell due meanwhile is not forgotten, what was said is not said again.
    await remindReviews(strapi, new Date('2026-03-20T06:00:00Z'))
    expect((await mails()).slice(2).toSorted()).toEqual(first.map(([to, subject]) => [to, subject, false]))
  })
})
