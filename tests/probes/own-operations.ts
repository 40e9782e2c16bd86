// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Persona, World } from './world.js'
import { confirmedUid, contactUid, enteUid, faqUid, lexiconUid, officeUid, placeUid, sheetUid } from './uids.js'

/** What a person must be able to do with their own. Answers what went wrong, or null. */
export interface OwnOperation {
  name: string
  run: (world: World) => Promise<string | null>
}

const explorer = (uid: string, rest = ''): string => `/content-manager/collection-types/${uid}${rest}`

/** Somebody of two Enti says for which one they write. */
const atWorkForA = (as: Persona): Record<string, string> => (as === 'both' ? { 'x-ente': 'c_a' } : {})

const expectStatus = async (
  world: World,
  as: Persona,
  method: string,
  path: string,
  wanted: number,
  body?: unknown,
  holds: (text: string) => boolean = () => true,
): Promise<string | null> => {
  const { status, text } = await world.ask(as, method, path, body, method === 'GET' ? {} : atWorkForA(as))
  if (status !== wanted) return `${method} ${path} as ${as}: ${String(status)} instead of ${String(wanted)}: ${text.slice(0, 160)}`
  return holds(text) ? null : `${method} ${path} as ${as}: the answer lacks what was asked: ${text.slice(0, 200)}`
}

/** The first fault of steps that need each other. */
const inOrder = async (steps: (() => Promise<string | null>)[]): Promise<string | null> => {
  for (const step of steps) {
    const fault = await step()
    if (fault !== null) return fault
  }
  return null
}

const create = async (world: World, as: Persona, uid: string, data: Record<string, unknown>): Promise<string> => {
  const { status, body, text } = await world.ask(as, 'POST', explorer(uid, '?locale=it'), data, atWorkForA(as))
  if (status !== 201 || body.data?.documentId === undefined)
    throw new Error(`POST ${uid} as ${as}: ${String(status)} ${text.slice(0, 160)}`)
  return body.data.documentId
}

const remove = (world: World, uid: string, documentId: string): Promise<unknown> =>
  world.federation.strapi.documents(uid).delete({ documentId, locale: '*' })

const whole = (name: string, as: Persona, uid: string, data: Record<string, unknown>, change: Record<string, unknown>): OwnOperation => ({
  name: `${as}: ${name}`,
  run: async (world) => {
    const documentId = await create(world, as, uid, data)
    const path = (rest = ''): string => explorer(uid, `/${documentId}${rest}`)
    try {
      return await inOrder([
        () => expectStatus(world, as, 'GET', path('?locale=it'), 200),
        () => expectStatus(world, as, 'PUT', path('?locale=it'), 200, change),
        async () => {
          const rows = await world.rowsOf(uid, documentId)
          return rows.every((row) => row.enteCode === 'c_a') ? null : `the row is of ${JSON.stringify(rows.map((row) => row.enteCode))}`
        },
      ])
    } finally {
      await remove(world, uid, documentId)
    }
  },
})

export const ownOperations: readonly OwnOperation[] = [
  ...(['publisher', 'writer', 'both', 'second', 'custom'] as const).flatMap((as) => [
    whole('writes a sheet', as, sheetUid, { title: 'Nuova scheda' }, { summary: 'In breve' }),
    whole('writes a question', as, faqUid, { question: 'Nuova domanda?' }, { answer: 'Certo.' }),
    whole(
      'writes citizens’ words',
      as,
      lexiconUid,
      { says: ['ecomobile'], means: 'rifiuti ingombranti', reason: 'Dal furgone' },
      { means: 'centro di raccolta' },
    ),
  ]),
  ...(['publisher', 'both', 'second', 'custom'] as const).flatMap((as) => [
    whole('writes an office', as, officeUid, { name: 'Nuovo ufficio' }, { duties: 'Tutto' }),
    whole('writes a place', as, placeUid, { name: 'Nuovo luogo' }, { summary: 'Qui' }),
    whole('writes a contact point', as, contactUid, { name: 'Nuovo punto', entries: [] }, { hoursNote: 'Sempre' }),
    whole(
      'confirms a question',
      as,
      confirmedUid,
      { question: 'Quando passa lo scuolabus?', page: '/comune-a/servizi/pubblicata-alfa' },
      { question: 'Dove passa lo scuolabus?' },
    ),
  ]),
  ...(['publisher', 'both'] as const).map((as): OwnOperation => ({
    name: `${as}: links, translates, publishes, withdraws, copies, discards and deletes`,
    run: async (world) => {
      const documentId = await create(world, as, sheetUid, {
        title: 'Scheda intera',
        summary: 'In breve',
        audience: 'Chi abita qui',
        howTo: 'Allo sportello',
        needed: 'Un documento',
        outcome: 'La residenza',
        times: 'Due giorni',
        costs: 'Niente',
        offices: { connect: [{ documentId: world.a.office }] },
        places: { connect: [{ documentId: world.a.place }] },
        contactPoints: { connect: [{ documentId: world.a.contact }] },
      })
      const path = (rest = ''): string => explorer(sheetUid, `/${documentId}${rest}`)
      let copy = ''
      try {
        return await inOrder([
          () => expectStatus(world, as, 'PUT', path('?locale=en'), 200, { title: 'Whole sheet', locale: 'en' }),
          async () => {
            const rows = await world.rowsOf(sheetUid, documentId)
            return rows.length === 2 && rows.every((row) => row.enteCode === 'c_a') ? null : 'the translation is not of the same Ente'
          },
          () => expectStatus(world, as, 'POST', path('/actions/publish?locale=it'), 200, { title: 'Scheda intera' }),
          () =>
            expectStatus(world, as, 'GET', path('?locale=it&status=published'), 200, undefined, (text) => text.includes('Scheda intera')),
          () => expectStatus(world, as, 'PUT', path('?locale=it'), 200, { summary: 'Altro' }),
          () => expectStatus(world, as, 'POST', path('/actions/discard?locale=it'), 200, {}),
          () => expectStatus(world, as, 'GET', path('/actions/countDraftRelations?locale=it'), 200),
          () => expectStatus(world, as, 'POST', path('/actions/unpublish?locale=it'), 200, {}),
          () =>
            expectStatus(world, as, 'POST', explorer(sheetUid, '/actions/bulkPublish'), 200, { documentIds: [documentId], locale: ['it'] }),
          () =>
            expectStatus(world, as, 'POST', explorer(sheetUid, '/actions/bulkUnpublish'), 200, {
              documentIds: [documentId],
              locale: ['it'],
            }),
          async () => {
            const { status, body } = await world.ask(as, 'POST', explorer(sheetUid, `/clone/${documentId}?locale=it`), { title: 'Copia' })
            copy = body.data?.documentId ?? ''
            return status === 200 ? null : `copy: ${String(status)} ${JSON.stringify(body)}`
          },
          () => expectStatus(world, as, 'POST', explorer(sheetUid, '/actions/bulkDelete'), 200, { documentIds: [copy] }),
          () => expectStatus(world, as, 'DELETE', path('?locale=*'), 200),
        ])
      } finally {
        await remove(world, sheetUid, documentId)
      }
    },
  })),
  {
    name: 'writer: does not publish, withdraw or delete, nor change what is read at once',
    run: (world) =>
      inOrder([
        () => expectStatus(world, 'writer', 'POST', explorer(sheetUid, `/${world.a.sheet}/actions/publish?locale=it`), 403, {}),
        () => expectStatus(world, 'writer', 'POST', explorer(sheetUid, `/${world.a.published}/actions/unpublish?locale=it`), 403, {}),
        () => expectStatus(world, 'writer', 'DELETE', explorer(sheetUid, `/${world.a.sheet}?locale=*`), 403),
        () => expectStatus(world, 'writer', 'PUT', explorer(enteUid, `/${world.enti.a}`), 403, { phone: '1' }),
        () => expectStatus(world, 'writer', 'GET', explorer(officeUid, `/${world.a.office}`), 200),
        () => expectStatus(world, 'writer', 'PUT', explorer(officeUid, `/${world.a.office}`), 403, { forwardingEmail: 'x@x.example' }),
        () => expectStatus(world, 'writer', 'POST', explorer(placeUid), 403, { name: 'Luogo' }),
        () => expectStatus(world, 'writer', 'DELETE', explorer(contactUid, `/${world.a.contact}`), 403),
        () => expectStatus(world, 'writer', 'DELETE', explorer(lexiconUid, `/${world.a.words}`), 403),
        () => expectStatus(world, 'writer', 'PUT', explorer(confirmedUid, `/${world.a.confirmed}`), 403, { question: 'Altro mondo?' }),
        () => expectStatus(world, 'writer', 'DELETE', explorer(confirmedUid, `/${world.a.confirmed}`), 403),
      ]),
  },
  ...(['publisher', 'writer', 'both', 'second', 'custom'] as const).map((as): OwnOperation => ({
    name: `${as}: finds what is theirs`,
    run: (world) =>
      inOrder([
        () =>
          expectStatus(world, as, 'GET', explorer(sheetUid, '?pageSize=100&sort=title:asc'), 200, undefined, (text) =>
            text.includes('Scheda ALFA'),
          ),
        () => expectStatus(world, as, 'GET', explorer(sheetUid, '?_q=ALFA'), 200, undefined, (text) => text.includes('Scheda ALFA')),
        () =>
          expectStatus(world, as, 'GET', explorer(sheetUid, '?filters[$and][0][title][$contains]=ALFA'), 200, undefined, (text) =>
            text.includes('Scheda ALFA'),
          ),
        () =>
          expectStatus(world, as, 'GET', `/content-manager/relations/${sheetUid}/offices?_q=ALFA`, 200, undefined, (text) =>
            text.includes('Ufficio ALFA'),
          ),
        () =>
          expectStatus(
            world,
            as,
            'GET',
            `/content-manager/relations/${sheetUid}/${world.a.sheet}/offices?status=draft&locale=it`,
            200,
            undefined,
            (text) => text.includes('Ufficio ALFA'),
          ),
        () =>
          expectStatus(world, as, 'GET', `/content-manager/relations/${sheetUid}/topics?_q=`, 200, undefined, (text) =>
            text.includes('name'),
          ),
        () => expectStatus(world, as, 'GET', '/content-manager/homepage/recent-documents?action=update', 200),
        () => expectStatus(world, as, 'GET', '/content-manager/init', 200),
        () => expectStatus(world, as, 'GET', '/admin/users/me', 200),
      ]),
  })),
  {
    name: 'publisher: the first page counts what is theirs and no more',
    run: async (world) => {
      await world.tidy()
      const { body } = await world.ask('publisher', 'GET', '/content-manager/homepage/count-documents')
      const { draft, published, modified } = (body.data ?? {}) as Record<string, number>
      // Drafts: sheet and question. Published: one sheet, one place, one contact point, one entry of words, one confirmed question, and three offices.
      return JSON.stringify([draft, published, modified]) === '[2,8,0]' ? null : `counts ${JSON.stringify(body.data)}`
    },
  },
  {
    name: 'publisher: keeps the contacts of their Ente',
    run: async (world) => {
      const fault = await expectStatus(world, 'publisher', 'PUT', explorer(enteUid, `/${world.enti.a}`), 200, { phone: '055 1234' })
      const [row] = await world.rowsOf(enteUid, world.enti.a)
      return fault ?? (row?.phone === '055 1234' ? null : 'the phone was not kept')
    },
  },
  {
    name: 'both: works for the Ente they choose, of the two',
    run: async (world) => {
      const { status, body, text } = await world.ask(
        'both',
        'POST',
        explorer(sheetUid, '?locale=it'),
        { title: 'Per B' },
        { 'x-ente': 'c_b' },
      )
      if (status !== 201 || body.data?.documentId === undefined) return `${String(status)} ${text.slice(0, 160)}`
      const rows = await world.rowsOf(sheetUid, body.data.documentId)
      await remove(world, sheetUid, body.data.documentId)
      const list = await world.ask('both', 'GET', explorer(sheetUid, '?pageSize=100'), undefined, { 'x-ente': 'c_b' })
      if (list.text.includes('Scheda ALFA')) return 'the list of B shows A'
      return rows.every((row) => row.enteCode === 'c_b') ? null : `of ${JSON.stringify(rows.map((row) => row.enteCode))}`
    },
  },
  {
    name: 'both: reads both, and nothing of the federation',
    run: (world) =>
      inOrder([
        () => expectStatus(world, 'both', 'GET', explorer(sheetUid, `/${world.b.sheet}?locale=it`), 200),
        () => expectStatus(world, 'both', 'GET', explorer(sheetUid, `/${world.a.sheet}?locale=it`), 200),
        () => expectStatus(world, 'both', 'GET', explorer(sheetUid, `/${world.shared.draft}?locale=it`), 403),
      ]),
  },
  {
    name: 'administrator: reads and writes of every Ente and of the federation',
    run: (world) =>
      inOrder([
        () => expectStatus(world, 'administrator', 'GET', explorer(sheetUid, `/${world.b.sheet}?locale=it`), 200),
        () => expectStatus(world, 'administrator', 'GET', explorer(sheetUid, `/${world.shared.draft}?locale=it`), 200),
        () =>
          expectStatus(world, 'administrator', 'PUT', explorer(sheetUid, `/${world.a.sheet}?locale=it`), 200, {
            furtherInfo: 'Dal centro',
          }),
        () => expectStatus(world, 'administrator', 'GET', '/admin/users', 200),
        () => expectStatus(world, 'administrator', 'GET', '/admin/homepage/key-statistics', 200),
        () => expectStatus(world, 'administrator', 'GET', '/upload/files', 200),
      ]),
  },
]
