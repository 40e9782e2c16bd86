// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  internalCalls,
  internalHeaders,
  panelCalls,
  roleMay,
  type InternalCallName,
  type PanelCallName,
  type Role,
} from '@linea-comune/config'
import { Refused } from '../support/back-office.js'
import type { Probe } from './probe.js'
import { secret, type Persona, type World } from './world.js'

/** The ways in that are not the panel: the front office's, the desk, signed links, tokens. */
const door = (name: string, run: (world: World) => Promise<string | null>): Probe => ({ name, about: 'leak', run })

const refusedBy = async (what: string, attempt: Promise<unknown>): Promise<string | null> => {
  try {
    const answer = JSON.stringify(await attempt)
    return answer.includes(secret) ? `${what} shows ${answer.slice(0, 160)}` : `${what} was accepted: ${answer.slice(0, 160)}`
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

const withoutKey = (name: InternalCallName): Probe =>
  door(`nobody: ${name} without the front office’s key`, async (world) => {
    const { path } = internalCalls[name]
    const tries: Record<string, string>[] = [{}, { [internalHeaders.token]: 'x' }, { authorization: 'Bearer x' }]
    for (const headers of tries) {
      const { status, text } = await world.ask('nobody', 'POST', path, {}, headers)
      if (status !== 403 && status !== 401) return `${String(status)} ${text.slice(0, 120)}`
    }
    return null
  })

const panelToken = (name: InternalCallName): Probe =>
  door(`publisher: ${name} with a key of the panel`, async (world) => {
    const { status, text } = await world.ask('publisher', 'POST', internalCalls[name].path, {})
    return status === 403 || status === 401 ? null : `${String(status)} ${text.slice(0, 120)}`
  })

const names = Object.keys(internalCalls) as InternalCallName[]

/** What each may do by the table of roles; who holds a second role has no more than the first gives. */
const roleOf: Record<Persona, Role | null> = {
  publisher: 'publisher',
  writer: 'editor',
  both: 'publisher',
  second: 'publisher',
  custom: 'publisher',
  agent: 'agent',
  stranger: null,
  operator: 'operator',
  supervisor: 'supervisor',
  board: 'board',
  administrator: 'administrator',
  nobody: null,
}

/** Walks the table of roles: who lacks the permission of a call is refused, who holds it gets past that door. */
const panelDoors: readonly Probe[] = (Object.keys(roleOf) as Persona[]).flatMap((as) =>
  (Object.keys(panelCalls) as PanelCallName[]).map((name) =>
    door(`${as}: the panel’s ${name}`, async (world) => {
      const { path, permission } = panelCalls[name]
      const role = roleOf[as]
      // People of an Ente without an Ente may nothing but ask who they are.
      const may = permission === null ? as !== 'nobody' : role !== null && roleMay(role, permission)
      const { status, text } = await world.ask(as, 'POST', path, {})
      const refused = status === 401 || status === 403
      if (text.includes(secret)) return `shows ${text.slice(0, 200)}`
      return refused === !may ? null : `${String(status)} where ${may ? 'an answer' : 'a refusal'} was due: ${text.slice(0, 120)}`
    }),
  ),
)

export const doors: readonly Probe[] = [
  ...names.map(withoutKey),
  ...names.map(panelToken),
  ...panelDoors,
  door('agent at the desk: the list of tickets', async ({ federation }) => {
    const answer = JSON.stringify(await federation.call('listTickets', { page: 1 }, federation.agent))
    return answer.includes(secret) ? `shows ${answer.slice(0, 200)}` : null
  }),
  door('agent at the desk: another Ente’s ticket', ({ federation, tickets }) =>
    refusedBy('the ticket', federation.call('readTicket', { number: tickets.b }, federation.agent)),
  ),
  door('agent at the desk: a ticket of their Ente that nobody forwarded', ({ federation, tickets }) =>
    refusedBy('the ticket', federation.call('readTicket', { number: tickets.a }, federation.agent)),
  ),
  door('agent at the desk: an answer to another’s ticket', ({ federation, tickets }) =>
    refusedBy('the answer', federation.call('moveTicket', { number: tickets.b, version: 1, move: 'take' } as never, federation.agent)),
  ),
  door('agent at the desk: forwarding', ({ federation, tickets }) =>
    refusedBy(
      'forwarding',
      federation.call('forwardTicket', { number: tickets.a, version: 1, office: federation.offices.anagrafe }, federation.agent),
    ),
  ),
  door('agent at the desk: what was sent', ({ federation }) =>
    refusedBy('the list', federation.call('listDeliveries', { page: 1 }, federation.agent)),
  ),
  door('agent at the desk: the offices of all', ({ federation }) =>
    refusedBy('the list', federation.call('listEnti', {}, federation.agent)),
  ),
  ...(['writer@a.example', 'editor@a.example', 'board@centre.example', 'stranger@nowhere.example'] as const).map((email) =>
    door(`${email}: signing in at the desk`, ({ federation }) =>
      refusedBy('signing in', federation.call('signIn', { email, password: 'Prova-Prova-2026' })),
    ),
  ),
  door('a signed link that nobody signed', ({ federation }) =>
    refusedBy('the link', federation.call('openLink', { token: 'A'.repeat(43) })),
  ),
  door('a ticket under another’s keys', async ({ federation, tickets }) =>
    refusedBy('the ticket', federation.call('openTicket', { number: tickets.b, key: { secret: 'A'.repeat(22) } })),
  ),
  door('a token of Strapi’s own API with full access', async ({ federation, ask }) => {
    const { accessKey = '' } = await federation.strapi
      .service('admin::api-token')
      .create({ name: 'tutto', type: 'full-access', lifespan: null, description: '' })
    for (const path of [
      '/api/service-sheets?status=draft',
      '/api/faqs',
      '/api/enti',
      '/api/tickets',
      '/api/upload/files',
      '/api/content-type-builder/content-types',
      '/content-manager/collection-types/api::service-sheet.service-sheet',
      '/admin/users',
    ]) {
      const { status, text } = await ask('nobody', 'GET', path, undefined, { authorization: `Bearer ${accessKey}` })
      if (![401, 403, 404].includes(status) || text.includes(secret)) return `${path}: ${String(status)} ${text.slice(0, 120)}`
    }
    return null
  }),
  door('a role of the centre given to a person of an Ente', async (world) => {
    const { status, text } = await world.ask('administrator', 'PUT', `/admin/users/${String(world.users.b)}`, {
      roles: await roleIds(world, ['ente-publisher', 'operator']),
    })
    return status === 400 ? null : `${String(status)} ${text.slice(0, 160)}`
  }),
  door('the tokens that Strapi makes by itself', async ({ federation }) => {
    const left = await federation.strapi.db.query('admin::api-token').count({ where: { name: { $in: ['Read Only', 'Full Access'] } } })
    return left === 0 ? null : `${String(left)} are there`
  }),
  door('Strapi’s own roles of editor and author', async ({ federation }) => {
    const left = await federation.strapi.db
      .query('admin::permission')
      .count({ where: { role: { code: { $in: ['strapi-editor', 'strapi-author'] } } } })
    return left === 0 ? null : `they may do ${String(left)} things`
  }),
]

const roleIds = async ({ federation }: World, codes: string[]): Promise<number[]> =>
  Promise.all(codes.map(async (code) => (await federation.strapi.service('admin::role').findOne({ code })).id))
