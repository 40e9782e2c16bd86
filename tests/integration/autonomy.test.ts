// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enteUid, faqUid, officeUid, sheetUid } from '../probes/uids.js'
import { openFederation, password, person, type Federation } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'

const modelUid = 'api::model-sheet.model-sheet'
const enough = { audience: 'Tutti', howTo: 'Così', needed: 'Niente', outcome: 'Tutto', times: 'Subito' }

describe('what an Ente decides stays the Ente’s', () => {
  let federation: Federation
  let admin: PanelSession
  let a: PanelSession

  const join = async (code: string, id: number): Promise<void> => {
    await federation.strapi.db.query(enteUid).update({ where: { code }, data: { members: { connect: [{ id }] } } })
  }
  const invite = (email: string, ente: string, role: 'editor' | 'publisher' | 'agent') =>
    admin.call('invitePerson', { email, firstname: 'Nina', lastname: 'Nuova', ente, role })

  beforeAll(async () => {
    federation = await openFederation()
    const { strapi, url } = federation
    await person(strapi, 'strapi-super-admin', 'admin@centre.example')
    admin = await signInToPanel(url, 'admin@centre.example')
    a = await signInToPanel(url, 'editor@a.example')
  })
  afterAll(() => federation.stop())

  test('a role that one Ente gives opens nothing at another, whichever came first', async () => {
    await invite('nina@comuni.example', 'c_a', 'editor')
    await expect(invite('nina@comuni.example', 'c_b', 'publisher')).rejects.toThrow('un ruolo vale in tutti gli Enti di una persona')
    expect(await invite('Nina@Comuni.example', 'c_b', 'editor')).toMatchObject({ outcome: 'joined' })
    await expect(invite('nina@comuni.example', 'c_a', 'agent')).rejects.toThrow('un ruolo vale in tutti gli Enti di una persona')
    // Within one Ente, where who writes often answers too.
    await invite('ugo@comuni.example', 'c_a', 'publisher')
    expect(await invite('ugo@comuni.example', 'c_a', 'agent')).toMatchObject({ outcome: 'joined' })
    await expect(invite('ugo@comuni.example', 'c_b', 'publisher')).rejects.toThrow('un ruolo vale in tutti gli Enti di una persona')
  })

  test('an account with different capitals is the same person', async () => {
    await invite('Maria.Rossi@Comuni.example', 'c_a', 'editor')
    expect(await invite('maria.rossi@comuni.example', 'c_a', 'editor')).toMatchObject({ outcome: 'joined' })
    expect(await federation.strapi.db.query('admin::user').count({ where: { email: { $eqi: 'maria.rossi@comuni.example' } } })).toBe(1)
  })

  test('a role of the centre opens no requests to a person of an Ente', async () => {
    const { strapi, call } = federation
    const id = await person(strapi, 'ente-publisher', 'second@a.example')
    await join('c_a', id)
    const superAdmin = (await strapi.service('admin::role').findOne({ code: 'strapi-super-admin' })).id
    // Past the service that would refuse it.
    await strapi.db.connection('admin_users_roles_lnk').insert({ user_id: id, role_id: superAdmin, role_ord: 2, user_ord: 99 })
    await expect(call('signIn', { email: 'second@a.example', password })).rejects.toThrow()
  })

  test('its code stays once there are texts of it', async () => {
    const ente = await federation.strapi.documents(enteUid).create({ data: { code: 'c_new', slug: 'comune-nuovo', name: 'Comune nuovo' } })
    const change = (documentId: string, code: string) =>
      admin.send('PUT', `/content-manager/collection-types/${enteUid}/${documentId}`, { code })
    expect((await change(ente.documentId, 'c_renamed')).status).toBe(200)
    const first = (await federation.strapi.db.query(enteUid).findOne({ where: { code: 'c_a' } })) as { documentId: string }
    const refused = await change(first.documentId, 'c_other')
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Il codice non si può più cambiare')])
  })

  test('the centre begins for an Ente that has nobody yet, and prepares drafts for one that has', async () => {
    const { strapi } = federation
    const { documentId: modelId } = await strapi
      .documents(modelUid)
      .create({ locale: 'it', status: 'published', data: { title: 'Albo dei volontari', ...enough } })
    await strapi
      .documents(enteUid)
      .create({ data: { code: 'c_young', slug: 'comune-giovane', name: 'Comune giovane', lifecycle: 'active' } })
    const { documentId: office } = await strapi.documents(officeUid).create({ data: { name: 'Anagrafe', enteCode: 'c_young' } })
    const adopt = async (ente: string, of: string) =>
      (await admin.call('adoptModels', { ente, modelIds: [modelId], publish: true, office: of }))[0]
    expect(await adopt('c_young', office)).toMatchObject({ published: true })
    expect(await adopt('c_a', federation.offices.anagrafe)).toMatchObject({ published: false, outcome: 'adopted' })
    await expect(adopt('c_b', federation.offices.anagrafe)).rejects.toThrow('Puoi collegare solo contenuti dello stesso Ente.')
  })

  test.each(['both@ab.example', 'admin@centre.example'])('a text of one Ente links to no office of another: %s', async (email) => {
    const { strapi, url, offices } = federation
    if (email.startsWith('both')) {
      const id = await person(strapi, 'ente-publisher', email)
      await join('c_a', id)
      await join('c_b', id)
    }
    const at = async (ente: string) => (email.startsWith('both') ? await signInToPanel(url, email, password, ente) : admin)
    const session = await at('c_a')
    const write = async (enteCode: string, office: string) =>
      (await at(enteCode)).send('POST', `/content-manager/collection-types/${sheetUid}?locale=it`, {
        title: 'Con ufficio',
        enteCode,
        offices: { connect: [{ documentId: office }] },
      })
    expect((await write('c_b', offices.anagrafe)).text).toContain('Puoi collegare solo contenuti dello stesso Ente.')
    const own = await write('c_a', offices.anagrafe)
    expect(own.status, own.text).toBe(201)
    const { documentId } = own.body.data as { documentId: string }
    const changed = await session.send('PUT', `/content-manager/collection-types/${sheetUid}/${documentId}?locale=it`, {
      title: 'Con un altro ufficio',
      offices: { connect: [{ documentId: offices.elsewhere }] },
    })
    expect(changed.text).toContain('Puoi collegare solo contenuti dello stesso Ente.')
  })

  test('a text takes no link to an office along to another Ente', async () => {
    const { strapi, offices } = federation
    const { documentId } = await strapi.documents(sheetUid).create({
      locale: 'it',
      status: 'published',
      data: { title: 'Con l’anagrafe', ...enough, enteCode: 'c_a', offices: [offices.anagrafe] },
    })
    const path = `/content-manager/collection-types/${sheetUid}/${documentId}`
    const move = () => admin.send('PUT', `${path}?locale=it`, { enteCode: 'c_b' })
    const refused = await move()
    expect([refused.status, refused.text]).toEqual([403, expect.stringMatching(/togli i collegamenti a «[^»]+»: sono di un altro Ente/)])
    await admin.send('POST', `${path}/actions/publish?locale=it`, { offices: { disconnect: [{ documentId: offices.anagrafe }] } })
    expect((await move()).status).toBe(200)
    expect(await strapi.db.query(sheetUid).count({ where: { documentId, enteCode: 'c_b' } })).toBe(2)
  })

  test('a copy has an address of its own', async () => {
    const first = await federation.strapi
      .documents(sheetUid)
      .create({ locale: 'it', status: 'published', data: { title: 'Originale', ...enough, enteCode: 'c_a' } })
    // The panel sends the address of the original along.
    for (const [sent, slug] of [
      [{ title: 'Copia', slug: 'originale' }, 'copia'],
      [{ title: 'Originale', slug: 'originale' }, 'originale-2'],
    ] as const) {
      const copied = await a.send('POST', `/content-manager/collection-types/${sheetUid}/clone/${first.documentId}?locale=it`, sent)
      expect((copied.body.data as { slug: string }).slug).toBe(slug)
    }
  })

  test('somebody of two Enti says for which one they write', async () => {
    const session = await signInToPanel(federation.url, 'both@ab.example')
    const refused = await session.send('POST', `/content-manager/collection-types/${sheetUid}?locale=it`, { title: 'Di chi?' })
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('per quale dei tuoi Enti scrivi')])
  })

  test('who wrote a text is nobody’s to ask about, not even by what their text links', async () => {
    const written = await a.send('POST', `/content-manager/collection-types/${sheetUid}?locale=it`, { title: 'Con autore' })
    const { documentId } = written.body.data as { documentId: string }
    await a.send('POST', `/content-manager/collection-types/${faqUid}?locale=it`, {
      question: 'Di chi?',
      sheet: { connect: [{ documentId }] },
    })
    const found = async (uid: string, filter: string): Promise<unknown[]> =>
      ((await a.send('GET', `/content-manager/collection-types/${uid}?${filter}`)).body as unknown as { results: unknown[] }).results
    expect(await found(sheetUid, 'filters[title][$eq]=Con autore')).toHaveLength(1)
    expect(await found(sheetUid, 'filters[title][$eq]=Con autore&filters[createdBy][email][$contains]=@')).toEqual([])
    expect(await found(faqUid, 'filters[sheet][title][$eq]=Con autore')).toHaveLength(1)
    expect(await found(faqUid, 'filters[sheet][createdBy][email][$contains]=@')).toEqual([])
  })

  test('who wrote a text is known by name, and by nothing else', async () => {
    const { documentId } = await federation.strapi
      .documents(sheetUid)
      .create({ locale: 'it', data: { title: 'Di chi è stato', enteCode: 'c_a' } })
    await admin.send('PUT', `/content-manager/collection-types/${sheetUid}/${documentId}?locale=it`, { title: 'Scritta dal centro' })
    const path = `/content-manager/collection-types/${sheetUid}/${documentId}?locale=it`
    for (const { body, text } of [
      await a.send('GET', path),
      await a.send('PUT', path, { title: 'Scritta da noi' }),
      await a.send('GET', path),
    ]) {
      expect((body.data as { updatedBy: { firstname: string } }).updatedBy.firstname).not.toBe('')
      expect(text).not.toMatch(/@|isActive/)
    }
  })
})
