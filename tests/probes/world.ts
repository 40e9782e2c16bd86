// SPDX-License-Identifier: AGPL-3.0-or-later
import { openFederation, password, person, type Federation } from '../support/federation.js'
import { confirmedUid, content, enteUid, faqUid, officeUid, placeUid, contactUid, lexiconUid, sheetUid, topicUid } from './uids.js'

/** In every text of B and of the federation’s drafts that nobody else may see. */
export const secret = 'RISERVATO'

export interface Answer {
  status: number
  text: string
  body: {
    data?: { documentId?: string; token?: string; accessToken?: string } & Record<string, unknown>
    results?: Record<string, unknown>[]
  } & Record<string, unknown>
}

interface EnteContent {
  sheet: string
  /** Number of the sheet's draft row. */
  row: number
  published: string
  faq: string
  office: string
  place: string
  contact: string
  words: string
  confirmed: string
}

/** Who asks. `second` holds an Ente's role and a role of the centre besides; `custom` a role that an administrator made without conditions. */
export type Persona =
  | 'publisher'
  | 'writer'
  | 'both'
  | 'second'
  | 'custom'
  | 'agent'
  | 'stranger'
  | 'operator'
  | 'supervisor'
  | 'board'
  | 'administrator'
  | 'nobody'

export interface World {
  federation: Federation
  a: EnteContent
  b: EnteContent
  /** documentIds of the Enti themselves. */
  enti: { a: string; b: string }
  users: { b: number; administrator: number }
  /** Published content of all, a draft of all, and a topic. */
  shared: { sheet: string; draft: string; topic: string }
  /** Ticket of a citizen of B, forwarded there, and one of A. */
  tickets: { a: string; b: string }
  ask: (as: Persona, method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Everything of B and of the federation, as the database has it. */
  snapshot: () => Promise<string>
  /** What it showed after the last probe that wrote. */
  lastSeen?: string
  /** Identifiers of what A may not see. */
  hidden: readonly string[]
  rowsOf: (uid: string, documentId: string) => Promise<Record<string, unknown>[]>
  /** Takes away what A was made to write meanwhile. */
  tidy: () => Promise<void>
  stop: () => Promise<void>
}

const emails: Record<Exclude<Persona, 'nobody'>, string> = {
  publisher: 'editor@a.example',
  writer: 'writer@a.example',
  both: 'both@ab.example',
  second: 'second@a.example',
  custom: 'custom@a.example',
  agent: 'agent@a.example',
  stranger: 'stranger@nowhere.example',
  operator: 'operator@centre.example',
  supervisor: 'supervisor@centre.example',
  board: 'board@centre.example',
  administrator: 'admin@centre.example',
}

/** A federation of two Enti with the same kinds of content, and everybody who might look over the wall. */
export const openWorld = async (env: Record<string, string> = {}): Promise<World> => {
  const federation = await openFederation(env)
  const { strapi } = federation
  const documents = (uid: string) => strapi.documents(uid)
  const rowsOf = (uid: string, documentId: string) => strapi.db.query(uid).findMany({ where: { documentId } })
  const make = async (uid: string, data: Record<string, unknown>, status = 'draft'): Promise<string> =>
    (await documents(uid).create({ locale: 'it', status, data })).documentId
  const fill = async (enteCode: string, mark: string): Promise<EnteContent> => {
    const place = await make(placeUid, { name: `Luogo ${mark}`, enteCode })
    const contact = await make(contactUid, { name: `Punto ${mark}`, enteCode, entries: [{ type: 'email', value: `${mark}@x.example` }] })
    const office = await make(officeUid, { name: `Ufficio ${mark}`, enteCode, places: [place], contactPoints: [contact] })
    const sheet = await make(sheetUid, { title: `Scheda ${mark}`, summary: `Sintesi ${mark}`, enteCode, offices: [office] })
    const published = await make(
      sheetUid,
      { title: `Pubblicata ${mark}`, summary: `Sintesi ${mark}`, audience: 'Tutti', howTo: 'Così', enteCode },
      'published',
    )
    const faq = await make(faqUid, { question: `Domanda ${mark}?`, answer: `Risposta ${mark}`, enteCode, sheet })
    const words = await make(lexiconUid, { says: [`Detto ${mark}`], means: `Ufficio ${mark}`, reason: `Perché ${mark}`, enteCode })
    const confirmed = await make(confirmedUid, { question: `Quando passa il camion ${mark}?`, answer: published, enteCode })
    const [row] = await rowsOf(sheetUid, sheet)
    return { place, contact, office, sheet, published, faq, words, confirmed, row: row?.id as number }
  }
  const a = await fill('c_a', 'ALFA')
  const b = await fill('c_b', secret)
  const topic = (await strapi.db.query(topicUid).findOne({ where: { code: { $notNull: true } } }))?.documentId as string
  const shared = {
    sheet: await make(sheetUid, { title: 'Scheda di tutti', summary: 'Per tutti', topics: [topic] }, 'published'),
    draft: await make(sheetUid, { title: `Bozza di tutti ${secret}` }),
    topic,
  }

  await person(strapi, 'ente-editor', emails.writer)
  const both = await person(strapi, 'ente-publisher', emails.both)
  const second = await person(strapi, 'ente-publisher', emails.second)
  const custom = await person(strapi, 'ente-publisher', emails.custom)
  await person(strapi, 'ente-publisher', emails.stranger)
  for (const [role, email] of [
    ['supervisor', emails.supervisor],
    ['board', emails.board],
  ] as const)
    await person(strapi, role, email)
  const administrator = await person(strapi, 'strapi-super-admin', emails.administrator)
  const writer = await strapi.db.query('admin::user').findOne({ where: { email: emails.writer } })
  const join = async (code: string, ids: unknown[]): Promise<void> => {
    await strapi.db.query(enteUid).update({ where: { code }, data: { members: { connect: ids.map((id) => ({ id })) } } })
  }
  await join('c_a', [both, second, custom, writer?.id])
  await join('c_b', [both])
  await giveSecondRoles(federation, second, custom)
  const enteIds = await strapi.db.query(enteUid).findMany({ where: { code: { $in: ['c_a', 'c_b'] } }, orderBy: { code: 'asc' } })
  const [enteA, enteB] = enteIds.map((ente) => ente.documentId as string) as [string, string]
  await strapi.db
    .query(enteUid)
    .update({ where: { code: 'c_b' }, data: { webhookSecret: `whsec_${secret}`, summary: `Interno ${secret}` } })
  const userB = await strapi.db.query('admin::user').findOne({ where: { email: 'editor@b.example' } })
  // What nobody may ever be answered, of nobody.
  for (const [index, { id }] of (await strapi.db.query('admin::user').findMany({})).entries()) {
    const token = `${secret}-${String(index)}`
    await strapi.db.query('admin::user').update({ where: { id }, data: { resetPasswordToken: token, registrationToken: token } })
  }
  // A’s texts have authors: one of their own, and the administrator, whose colleagues would be one step away.
  const userA = await strapi.db.query('admin::user').findOne({ where: { email: emails.publisher } })
  for (const uid of content) {
    // Past the query engine, which would write the time too, and make modified drafts of them.
    const { tableName } = strapi.db.metadata.get(uid)
    await strapi.db.connection(tableName).where({ ente_code: 'c_a' }).update({ created_by_id: userA?.id, updated_by_id: administrator })
  }

  const tickets = { a: await openTicket(federation, 'c_a', 'ALFA'), b: await openTicket(federation, 'c_b', secret) }

  const send = async (
    token: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${federation.url}${path}`, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
    })
    const text = await response.text()
    return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['body'] }
  }
  const tokens = new Map<Persona, Promise<string>>([['nobody', Promise.resolve('')]])
  const tokenOf = (as: Persona): Promise<string> => {
    const known = tokens.get(as)
    if (known !== undefined) return known
    const email = emails[as as Exclude<Persona, 'nobody'>]
    const token = send('', 'POST', '/admin/login', { email, password }).then(({ body, text }) => {
      if (body.data?.token === undefined) throw new Error(`${as} cannot sign in: ${text}`)
      return body.data.token
    })
    tokens.set(as, token)
    return token
  }
  return {
    federation,
    a,
    b,
    enti: { a: enteA, b: enteB },
    users: { b: userB?.id as number, administrator },
    shared,
    tickets,
    hidden: [b.sheet, b.published, b.faq, b.office, b.place, b.contact, b.words, b.confirmed, shared.draft, enteB],
    rowsOf,
    ask: async (as, method, path, body, headers) => send(await tokenOf(as), method, path, body, headers),
    snapshot: async () =>
      JSON.stringify(
        await Promise.all([
          ...content.map(async (uid) =>
            inOrder(
              await strapi.db.query(uid).findMany({
                where: { $or: [{ enteCode: 'c_b' }, { enteCode: { $null: true } }] },
                populate: linkedBy[uid] ?? [],
              }),
            ),
          ),
          strapi.db
            .query(enteUid)
            .findMany({ select: ['id', 'documentId', 'code', 'slug', 'name', 'lifecycle', 'webhookUrl'], populate: ['members'] })
            .then(inOrder),
          strapi.db.query(enteUid).findMany({ where: { code: 'c_b' } }),
          strapi.db
            .query('admin::user')
            .findMany({ select: ['id', 'email', 'isActive', 'password'], populate: ['roles'] })
            .then(inOrder),
          strapi.db.query(topicUid).findMany({ orderBy: { id: 'asc' } }),
        ]),
      ),
    tidy: async () => {
      const first = [a, federation.offices].flatMap((made) => Object.values(made as Record<string, string | number>)).map(String)
      for (const uid of content) await strapi.db.query(uid).deleteMany({ where: { enteCode: 'c_a', documentId: { $notIn: first } } })
    },
    stop: () => federation.stop(),
  }
}

const linkedBy: Record<string, string[]> = {
  [sheetUid]: ['offices', 'places', 'contactPoints', 'topics'],
  [faqUid]: ['sheet'],
  [officeUid]: ['places', 'contactPoints'],
}

/** By number, also what is linked: databases answer in any order. Of people only who they are, since a sign-in writes a date. */
const inOrder = (rows: Record<string, unknown>[]): unknown[] => {
  const byId = (list: Record<string, unknown>[]) => list.toSorted((a, b) => Number(a.id) - Number(b.id))
  return byId(rows).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([name, value]) => [name, Array.isArray(value) ? byId(value as typeof rows).map(({ id }) => id) : value]),
    ),
  )
}

/** Past the service that would refuse it: an old installation, or a hand in the database, may have left such people. */
const giveSecondRoles = async ({ strapi }: Federation, second: number, custom: number): Promise<void> => {
  const link = async (userId: number, roleId: number): Promise<void> => {
    await strapi.db.connection('admin_users_roles_lnk').insert({ user_id: userId, role_id: roleId, role_ord: 2, user_ord: 99 })
  }
  await link(second, (await strapi.service('admin::role').findOne({ code: 'strapi-super-admin' })).id)
  const open = await strapi.service('admin::role').create({ name: 'Tutto', code: 'tutto', description: 'Senza condizioni' })
  const explorer = 'plugin::content-manager.explorer'
  const subjects = [...content, enteUid, topicUid]
  await strapi.service('admin::role').assignPermissions(open.id, [
    ...subjects.flatMap((subject) =>
      ['create', 'read', 'update', 'delete', ...([sheetUid, faqUid].includes(subject) ? ['publish'] : [])].map((action) => ({
        action: `${explorer}.${action}`,
        subject,
        properties: {
          ...(!['delete', 'publish'].includes(action) && {
            fields: strapi.service('admin::content-type').getNestedFields(strapi.contentType(subject), { components: strapi.components }),
          }),
          ...([sheetUid, faqUid].includes(subject) && { locales: ['it', 'en', 'de'] }),
        },
        conditions: [],
      })),
    ),
    ...[
      'admin::users.read',
      'admin::roles.read',
      'plugin::upload.read',
      'plugin::upload.assets.create',
      'admin::api-tokens.access',
      'admin::api-tokens.read',
    ].map((action) => ({
      action,
      subject: null,
      properties: {},
      conditions: [],
    })),
  ])
  await link(custom, open.id)
}

const openTicket = async ({ call }: Federation, enteCode: string, mark: string): Promise<string> => {
  const { number } = await call('createTicket', {
    submissionId: crypto.randomUUID(),
    ente: enteCode === 'c_a' ? 'comune-a' : 'comune-b',
    locale: 'it',
    name: `Cittadino ${mark}`,
    email: `cittadino-${mark.toLowerCase()}@posta.example`,
    text: `Vorrei sapere ${mark}`,
    privacy: true,
  })
  return number
}
