// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, password, type Federation } from '../support/federation.js'

const sheetUid = 'api::service-sheet.service-sheet'
const faqUid = 'api::faq.faq'
const officeUid = 'api::office.office'
const placeUid = 'api::place.place'
/** In every text of B that nobody else may see. */
const secret = 'RISERVATO-B'

interface Answer {
  status: number
  text: string
  body: { data?: { documentId?: string; token?: string } & Record<string, unknown>; results?: Record<string, unknown>[] } & Record<
    string,
    unknown
  >
}

describe('an editor of one Ente', () => {
  let federation: Federation
  let token: string
  const b = { sheet: '', sheetRow: 0, faq: '', office: '', place: '', published: '' }
  const a = { sheet: '', faq: '', office: '', place: '' }
  let federationSheet = ''

  const ask = async (method: string, path: string, body?: unknown, as = token): Promise<Answer> => {
    const response = await fetch(`${federation.url}${path}`, {
      method,
      headers: { ...(as !== '' && { authorization: `Bearer ${as}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['body'] }
  }
  const collection = (uid: string, rest = ''): string => `/content-manager/collection-types/${uid}${rest}`
  const signIn = async (email: string): Promise<string> =>
    (await ask('POST', '/admin/login', { email, password }, '')).body.data?.token ?? ''
  const documents = (uid: string) => federation.strapi.documents(uid)
  const rowsOf = (uid: string, documentId: string) => federation.strapi.db.query(uid).findMany({ where: { documentId } })
  const snapshot = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(
        [sheetUid, faqUid, officeUid, placeUid].map((uid) =>
          federation.strapi.db.query(uid).findMany({ where: { enteCode: 'c_b' }, orderBy: { id: 'asc' } }),
        ),
      ),
    )

  beforeAll(async () => {
    federation = await openFederation()
    token = await signIn('editor@a.example')
    const make = async (uid: string, data: Record<string, unknown>, status = 'draft'): Promise<string> =>
      (await documents(uid).create({ locale: 'it', status, data })).documentId
    for (const [own, enteCode, mark] of [
      [a, 'c_a', 'di A'],
      [b, 'c_b', secret],
    ] as const) {
      own.place = await make(placeUid, { name: `Luogo ${mark}`, enteCode })
      own.office = await make(officeUid, { name: `Ufficio ${mark}`, enteCode })
      own.sheet = await make(sheetUid, { title: `Scheda ${mark}`, summary: `Sintesi ${mark}`, enteCode })
      own.faq = await make(faqUid, { question: `Domanda ${mark}?`, enteCode })
    }
    b.published = await make(sheetUid, { title: `Pubblicata ${secret}`, enteCode: 'c_b' }, 'published')
    federationSheet = await make(sheetUid, { title: 'Scheda di tutti' }, 'published')
    b.sheetRow = (await rowsOf(sheetUid, b.sheet))[0]?.id as number
  })
  afterAll(() => federation.stop())

  test('is signed in', () => {
    expect(token).not.toBe('')
  })

  describe('reads nothing of another', () => {
    test.each([
      ['the list', () => ask('GET', collection(sheetUid, '?pageSize=100'))],
      ['the list with a filter of one’s own', () => ask('GET', collection(sheetUid, `?filters[enteCode][$eq]=c_b`))],
      ['the list with an alternative', () => ask('GET', collection(sheetUid, `?filters[$or][0][enteCode]=c_b&filters[$or][1][id][$gt]=0`))],
      ['the list of modified ones', () => ask('GET', collection(sheetUid, '?publicationStatusFilter=published-modified'))],
      ['a search', () => ask('GET', collection(sheetUid, `?_q=${secret}`))],
      ['a draft', () => ask('GET', collection(sheetUid, `/${b.sheet}?locale=it`))],
      ['a published version', () => ask('GET', collection(sheetUid, `/${b.published}?status=published`))],
      ['a language it has not', () => ask('GET', collection(sheetUid, `/${b.sheet}?locale=de`))],
      [
        'the fields all languages share',
        () => ask('POST', '/i18n/content-manager/actions/get-non-localized-fields', { model: sheetUid, id: b.sheetRow, locale: 'it' }),
      ],
      [
        'the fields to fill another language with',
        () => ask('GET', `/i18n/content-manager/get-fill-from-locale/${sheetUid}?documentId=${b.sheet}&sourceLocale=it&targetLocale=en`),
      ],
      ['a search for something to link', () => ask('GET', `/content-manager/relations/${faqUid}/sheet?_q=${secret}`)],
      ['a search for an office to link', () => ask('GET', `/content-manager/relations/${sheetUid}/offices?pageSize=100`)],
      ['what a document of another links', () => ask('GET', `/content-manager/relations/${faqUid}/${b.faq}/sheet?status=draft`)],
      ['what was changed last', () => ask('GET', '/content-manager/homepage/recent-documents?action=update')],
      [
        'several at once',
        () => ask('POST', collection(sheetUid, '/actions/bulkFindForValidation'), { documentIds: [b.sheet, b.published], locale: 'it' }),
      ],
      ['what would stay a draft', () => ask('GET', collection(sheetUid, `/${b.sheet}/actions/countDraftRelations`))],
      [
        'what would stay a draft of many',
        () => ask('GET', collection(sheetUid, `/actions/countManyEntriesDraftRelations?documentIds[0]=${b.sheet}`)),
      ],
    ])('%s', async (_name, request) => {
      const { status, text, body } = await request()
      expect(text).not.toContain(secret)
      expect(text).not.toContain('c_b')
      // An empty answer or a refusal, and no word of languages and dates.
      if (status === 200) expect(JSON.stringify([body.results, body.data])).not.toContain(b.sheet)
      else expect([400, 403, 404]).toContain(status)
    })

    test('a language it has not, or its shared fields, are refused', async () => {
      expect((await ask('GET', collection(sheetUid, `/${b.sheet}?locale=de`))).status).toBe(403)
      const shared = { model: sheetUid, id: b.sheetRow, locale: 'it' }
      expect((await ask('POST', '/i18n/content-manager/actions/get-non-localized-fields', shared)).status).toBe(403)
    })

    test('the first page counts what is one’s own', async () => {
      // A's sheet and question as drafts; its two offices of the federation, one more and a place.
      expect((await ask('GET', '/content-manager/homepage/count-documents')).body).toEqual({
        data: { draft: 2, published: 4, modified: 0 },
      })
      const { body } = await ask('GET', '/content-manager/homepage/count-documents', undefined, await signIn('editor@b.example'))
      expect(body).toEqual({ data: { draft: 2, published: 4, modified: 0 } })
    })

    test('no address is told to be taken', async () => {
      const { status } = await ask('POST', '/content-manager/uid/check-availability?locale=it', {
        contentTypeUID: sheetUid,
        field: 'slug',
        value: 'scheda-riservato-b',
      })
      expect(status).toBe(400)
    })

    test('a link that an administrator made shows nothing of the other side', async () => {
      const { documentId } = await documents(faqUid).create({
        locale: 'it',
        data: { question: 'Collegata dal centro?', enteCode: 'c_a', sheet: { documentId: b.sheet } },
      })
      const one = await ask('GET', collection(faqUid, `/${documentId}?locale=it`))
      expect(one.status).toBe(200)
      const list = await ask('GET', collection(faqUid, '?pageSize=100&populate=*'))
      expect(list.text).toContain('Collegata dal centro?')
      const links = await ask('GET', `/content-manager/relations/${faqUid}/${documentId}/sheet?status=draft&locale=it`)
      expect(one.text + list.text + links.text).not.toContain(secret)
      for (const letter of ['S', 'X'])
        expect((await ask('GET', collection(faqUid, `?filters[sheet][summary][$startsWith]=${letter}`))).body.results).toEqual([])
      await documents(faqUid).delete({ documentId, locale: '*' })
    })
  })

  describe('changes nothing of another', () => {
    test.each([
      ['update', () => ask('PUT', collection(sheetUid, `/${b.sheet}?locale=it`), { title: 'Mia' })],
      [
        'a language it has not, which would make the document theirs',
        () => ask('PUT', collection(sheetUid, `/${b.sheet}?locale=en`), { title: 'Mine', enteCode: 'c_a', locale: 'en' }),
      ],
      ['publication', () => ask('POST', collection(sheetUid, `/${b.sheet}/actions/publish`), {})],
      ['publication of several', () => ask('POST', collection(sheetUid, '/actions/bulkPublish'), { documentIds: [b.sheet, a.sheet] })],
      ['unpublication', () => ask('POST', collection(sheetUid, `/${b.published}/actions/unpublish`), {})],
      ['discarding', () => ask('POST', collection(sheetUid, `/${b.published}/actions/discard`), {})],
      ['deletion', () => ask('DELETE', collection(sheetUid, `/${b.sheet}?locale=*`))],
      ['deletion of several', () => ask('POST', collection(sheetUid, '/actions/bulkDelete'), { documentIds: [b.sheet] })],
      ['a copy', () => ask('POST', collection(sheetUid, `/clone/${b.sheet}`), { title: 'Copia' })],
      ['a copy at one click', () => ask('POST', collection(officeUid, `/auto-clone/${b.office}`), {})],
      ['an office', () => ask('PUT', collection(officeUid, `/${b.office}`), { name: 'Mio' })],
    ])('by %s', async (_name, request) => {
      const before = await snapshot()
      const { status, text } = await request()
      expect([400, 403, 404]).toContain(status)
      expect(text).not.toContain(secret)
      expect(await snapshot()).toBe(before)
    })

    test('by the identity of another document in the body', async () => {
      const before = await snapshot()
      await ask('PUT', collection(sheetUid, `/${a.sheet}?locale=it`), { title: 'Scheda di A', documentId: b.sheet })
      await ask('PUT', collection(sheetUid, `/${a.sheet}?locale=it`), { title: 'Scheda di A', id: b.sheetRow })
      expect(await snapshot()).toBe(before)
      expect(await rowsOf(sheetUid, a.sheet)).toHaveLength(1)
    })

    test('by writing in its name: whose it is, the server says', async () => {
      const { status, body } = await ask('POST', collection(sheetUid, '?locale=it'), { title: 'A nome di B', enteCode: 'c_b' })
      const documentId = body.data?.documentId ?? ''
      if (status === 201) expect((await rowsOf(sheetUid, documentId)).map((row) => row.enteCode)).toEqual(['c_a'])
      else expect(status).toBe(403)
      const own = await ask('PUT', collection(sheetUid, `/${a.sheet}?locale=it`), { enteCode: 'c_b' })
      expect([200, 400, 403]).toContain(own.status)
      expect((await rowsOf(sheetUid, a.sheet)).map((row) => row.enteCode)).toEqual(['c_a'])
      if (documentId !== '') await documents(sheetUid).delete({ documentId, locale: '*' })
    })
  })

  describe('links nothing of another', () => {
    test.each([
      ['by documentId', () => ({ connect: [{ documentId: b.sheet }] })],
      ['by number', () => ({ connect: [{ id: b.sheetRow }] })],
      ['by number as text', () => ({ connect: [String(b.sheetRow)] })],
      ['plainly', () => b.sheet],
      ['plainly by number', () => b.sheetRow],
      ['as a whole list', () => ({ set: [{ documentId: b.sheet }] })],
      ['behind one’s own', () => ({ connect: [{ documentId: a.sheet }, { id: b.sheetRow }] })],
      ['behind one’s own identity', () => ({ connect: [{ documentId: a.sheet, id: b.sheetRow }] })],
    ])('a sheet to a new question, %s', async (_name, sheet) => {
      const { status } = await ask('POST', collection(faqUid, '?locale=it'), { question: 'Oracolo?', sheet: sheet() })
      expect(status).toBe(403)
      expect((await ask('GET', collection(faqUid, '?pageSize=100'))).text).not.toContain('Oracolo?')
    })

    test('an office, a place or a sheet to what exists', async () => {
      for (const [uid, documentId, data] of [
        [sheetUid, a.sheet, { offices: { connect: [{ documentId: b.office }] } }],
        [sheetUid, a.sheet, { places: { connect: [{ documentId: b.place }] } }],
        [officeUid, a.office, { places: { connect: [{ documentId: b.place }] } }],
        [faqUid, a.faq, { sheet: { connect: [{ documentId: b.sheet }] } }],
      ] as const)
        expect((await ask('PUT', collection(uid, `/${documentId}?locale=it`), data)).status).toBe(403)
    })

    test('something that is not there gets the same answer', async () => {
      const { status } = await ask('POST', collection(faqUid, '?locale=it'), {
        question: 'Oracolo?',
        sheet: { connect: [{ id: 999_999 }] },
      })
      expect(status).toBe(403)
    })
  })

  describe('works freely on what is theirs', () => {
    test('writes, links, translates, publishes, withdraws and deletes', async () => {
      const made = await ask('POST', collection(sheetUid, '?locale=it'), {
        title: 'Nuova scheda',
        offices: { connect: [{ documentId: a.office }] },
        places: { connect: [{ documentId: a.place }] },
      })
      expect(made.status).toBe(201)
      const documentId = made.body.data?.documentId ?? ''
      const path = (rest: string): string => collection(sheetUid, `/${documentId}${rest}`)
      expect((await ask('PUT', path('?locale=it'), { summary: 'In breve' })).status).toBe(200)
      const english = await ask('PUT', path('?locale=en'), { title: 'New sheet', locale: 'en' })
      expect(english.status).toBe(200)
      expect((await rowsOf(sheetUid, documentId)).map((row) => row.enteCode)).toEqual(['c_a', 'c_a'])
      const read = await ask('GET', path('?locale=it'))
      expect(read.text).toContain('In breve')
      expect((await ask('POST', path('/actions/publish?locale=it'), { title: 'Nuova scheda' })).status).toBe(200)
      expect((await rowsOf(sheetUid, documentId)).filter((row) => row.publishedAt !== null)).toHaveLength(1)
      expect((await ask('POST', path('/actions/unpublish?locale=it'), {})).status).toBe(200)
      const copy = await ask('POST', collection(sheetUid, `/clone/${documentId}`), { title: 'Copia' })
      expect(copy.status).toBe(200)
      expect((await ask('DELETE', path('?locale=*'))).status).toBe(200)
      expect(await rowsOf(sheetUid, documentId)).toEqual([])
    })

    test('asks a question about a sheet of their own, or of the federation', async () => {
      for (const sheet of [a.sheet, federationSheet]) {
        const { status, body } = await ask('POST', collection(faqUid, '?locale=it'), {
          question: 'Quando?',
          sheet: { connect: [{ documentId: sheet }] },
        })
        expect(status).toBe(201)
        await documents(faqUid).delete({ documentId: body.data?.documentId, locale: '*' })
      }
    })

    test('finds their own offices and the terms of the vocabularies by name', async () => {
      expect((await ask('GET', `/content-manager/relations/${sheetUid}/offices?_q=Ufficio`)).text).toContain('Ufficio di A')
      for (const [field, uid] of [
        ['topics', 'api::topic.topic'],
        ['categories', 'api::service-category.service-category'],
        ['lifeEvents', 'api::life-event.life-event'],
      ] as const) {
        const [term] = await federation.strapi.db.query(uid).findMany({ limit: 1, orderBy: { name: 'asc' } })
        const { text } = await ask('GET', `/content-manager/relations/${sheetUid}/${field}?_q=${encodeURIComponent(term?.name as string)}`)
        expect(JSON.parse(text)).toMatchObject({ results: [{ name: term?.name }] })
      }
      expect((await ask('POST', collection('api::topic.topic'), { code: 'x', name: 'Mio' })).status).toBe(403)
    })
  })

  test('is kept out by code, also when the conditions of the role were ticked off', async () => {
    const permissions = federation.strapi.db.query('admin::permission')
    await permissions.updateMany({ where: { subject: { $startsWith: 'api::' } }, data: { conditions: [] } })
    const before = await snapshot()
    const probes = [
      ask('GET', collection(sheetUid, '?pageSize=100')),
      ask('GET', collection(sheetUid, '?publicationStatusFilter=published-unmodified')),
      ask('GET', collection(sheetUid, `/${b.sheet}?locale=it`)),
      ask('GET', collection(sheetUid, `/${b.sheet}?locale=de`)),
      ask('GET', `/content-manager/relations/${faqUid}/sheet?_q=${secret}`),
      ask('GET', `/content-manager/relations/${faqUid}/sheet?filters[title][$contains]=${secret}`),
      ask('GET', `/content-manager/relations/${faqUid}/${b.faq}/sheet?status=draft&locale=it`),
      ask('GET', '/content-manager/homepage/recent-documents?action=update'),
      ask('POST', collection(sheetUid, '/actions/bulkFindForValidation'), { documentIds: [b.sheet], locale: 'it' }),
      ask('GET', `/i18n/content-manager/get-fill-from-locale/${sheetUid}?documentId=${b.sheet}&sourceLocale=it&targetLocale=en`),
      ask('POST', '/i18n/content-manager/actions/get-non-localized-fields', { model: sheetUid, id: b.sheetRow, locale: 'it' }),
      ask('PUT', collection(sheetUid, `/${b.sheet}?locale=it`), { title: 'Mia' }),
      ask('POST', collection(sheetUid, `/${b.sheet}/actions/publish`), {}),
      ask('POST', collection(sheetUid, `/clone/${b.sheet}`), { title: 'Copia' }),
      ask('DELETE', collection(sheetUid, `/${b.sheet}?locale=*`)),
    ]
    for (const { text } of await Promise.all(probes)) expect(text).not.toContain(secret)
    expect(await snapshot()).toBe(before)
    expect((await ask('GET', collection(sheetUid))).text).toContain('Scheda di A')
  })

  test('nobody gets anything through Strapi’s own REST', async () => {
    for (const path of [
      '/api/service-sheets?status=draft',
      `/api/service-sheets/${b.sheet}?status=draft`,
      '/api/faqs?publicationFilter=never-published',
      '/api/enti?populate=*',
      '/api/offices',
      '/api/tickets',
      '/api/upload/files',
      '/api/i18n/locales',
    ]) {
      const { status, text } = await ask('GET', path, undefined, '')
      expect([401, 403, 404]).toContain(status)
      expect(text).not.toContain(secret)
    }
    const signUp = await ask('POST', '/api/auth/local/register', { username: 'x', email: 'x@x.example', password }, '')
    expect([401, 403, 404, 405]).toContain(signUp.status)
    expect((await ask('GET', collection(sheetUid), undefined, '')).status).toBe(401)
  })
})
