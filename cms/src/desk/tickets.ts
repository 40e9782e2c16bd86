// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { canMove, DomainError, isFinal, ticketStates, type DeskTicket, type TicketQuery, type TicketSummary } from '@linea-comune/config'
import { answerOf, draftOf } from '../questions/draft-from-ticket'
import { questionOf } from '../questions/question-of-ticket'
import { table, type Stored, type TicketRow, type Where } from '../rows'
import { listEnti, type EnteRecord } from '../tickets/directory'
import { findTicket } from '../tickets/find-ticket'
import { possibleMoves } from '../tickets/move-ticket'
import { openForwardingsTo } from './answer'
import { presentDelivery } from './deliveries'
import { mayDraftFor } from './may-draft-for'
import type { DeskPerson } from './sessions'

const pageSize = 25
const excerptLength = 160
/** An agent's list shows what was forwarded last; older tickets open by their number. */
const agentsLatest = 1000
const openStates = ticketStates.filter((state) => !isFinal(state) && state !== 'answered')

/** Which tickets a person may see: the one rule that every list and every reading asks. */
const visibleTo = async (strapi: Core.Strapi, person: DeskPerson): Promise<Where<TicketRow>> => {
  if (person.may('readAllTickets')) return {}
  if (!person.may('readOwnTickets')) throw new DomainError('not-allowed')
  const forwardings = await table(strapi, 'forwarding').findMany({
    where: { enteCode: { $in: person.enti } },
    select: ['ticketNumber'],
    orderBy: { id: 'desc' },
    limit: agentsLatest,
  })
  return { number: { $in: [...new Set(forwardings.map((f) => f.ticketNumber))] } }
}

const stateFilter = (state: TicketQuery['state']): Where<TicketRow> => {
  if (state === 'all') return {}
  return { state: state === 'open' ? { $in: [...openStates] } : state }
}

export const listTickets = async (strapi: Core.Strapi, person: DeskPerson, query: TicketQuery) => {
  const tickets = table(strapi, 'ticket')
  const visible = await visibleTo(strapi, person)
  const enti = await entiByCode(strapi)
  const code = query.ente === undefined ? undefined : [...enti.values()].find((e) => e.slug === query.ente || e.code === query.ente)?.code
  const scope: Where<TicketRow>[] = [
    visible,
    ...(query.ente === undefined ? [] : [{ enteCode: code ?? '' }]),
    ...(await textFilter(strapi, query.q)),
  ]
  const where: Where<TicketRow> = { $and: [...scope, stateFilter(query.state)] }
  const rows = await tickets.findMany({
    where,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  })
  const counts = await Promise.all(
    ticketStates.map(async (state) => [state, await tickets.count({ where: { $and: [visible, { state }] } })] as const),
  )
  return {
    tickets: await summarise(strapi, rows, enti),
    total: await tickets.count({ where }),
    page: query.page,
    pageSize,
    counts: Object.fromEntries(counts),
  }
}

/** A number, a name, an address, or words of the first message. */
const textFilter = async (strapi: Core.Strapi, q: string | undefined): Promise<Where<TicketRow>[]> => {
  const words = q?.trim() ?? ''
  if (words === '') return []
  const messages = await table(strapi, 'ticket-message').findMany({
    where: { text: { $containsi: words } },
    select: ['ticketNumber'],
    orderBy: { id: 'desc' },
    limit: 500,
  })
  return [
    {
      $or: [
        { number: { $containsi: words } },
        { citizenName: { $containsi: words } },
        { citizenEmail: { $containsi: words } },
        { number: { $in: messages.map((m) => m.ticketNumber) } },
      ],
    },
  ]
}

const entiByCode = async (strapi: Core.Strapi): Promise<Map<string, EnteRecord>> =>
  new Map((await listEnti(strapi)).map((ente) => [ente.code, ente]))

const nameOf = (enti: Map<string, EnteRecord>, code: string): TicketSummary['ente'] => {
  const ente = enti.get(code)
  return { code, slug: ente?.slug ?? '', name: ente?.name ?? code }
}

const summarise = async (strapi: Core.Strapi, tickets: Stored<TicketRow>[], enti: Map<string, EnteRecord>): Promise<TicketSummary[]> => {
  const messages = await table(strapi, 'ticket-message').findMany({
    where: { ticketNumber: { $in: tickets.map((ticket) => ticket.number) }, author: 'citizen' },
    orderBy: { id: 'desc' },
  })
  // Read from the last to the first, so the first one stays.
  const first = new Map(messages.map((message) => [message.ticketNumber, message.text]))
  return tickets.map((ticket) => ({
    number: ticket.number,
    ente: nameOf(enti, ticket.enteCode),
    state: ticket.state,
    excerpt: (first.get(ticket.number) ?? '').replace(/\s+/g, ' ').slice(0, excerptLength),
    citizenName: ticket.citizenName,
    createdAt: ticket.openedAt,
    updatedAt: ticket.changedAt,
  }))
}

/** The ticket if this person may see it; otherwise it does not exist for them. */
export const findVisibleTicket = async (strapi: Core.Strapi, person: DeskPerson, number: string): Promise<Stored<TicketRow>> => {
  const ticket = await findTicket(strapi, number)
  if (person.may('readAllTickets')) return ticket
  if (!person.may('readOwnTickets')) throw new DomainError('not-allowed')
  const forwarded = await table(strapi, 'forwarding').count({ where: { ticketNumber: number, enteCode: { $in: person.enti } } })
  if (forwarded === 0) throw new DomainError('not-found')
  return ticket
}

export const readTicket = async (strapi: Core.Strapi, person: DeskPerson, number: string): Promise<DeskTicket> => {
  const ticket = await findVisibleTicket(strapi, person, number)
  const enti = await entiByCode(strapi)
  const [summary] = await summarise(strapi, [ticket], enti)
  if (summary === undefined) throw new DomainError('not-found')
  const all = person.may('readAllTickets')
  const oldestFirst = { where: { ticketNumber: number }, orderBy: { id: 'asc' } } as const
  const messages = await table(strapi, 'ticket-message').findMany(oldestFirst)
  const forwardings = await table(strapi, 'forwarding').findMany(oldestFirst)
  const deliveries = await table(strapi, 'delivery').findMany(oldestFirst)
  const events = await table(strapi, 'ticket-event').findMany(oldestFirst)
  return {
    ...summary,
    version: ticket.version,
    locale: ticket.locale,
    citizen: { name: ticket.citizenName, email: all ? ticket.citizenEmail : null, phone: all ? ticket.citizenPhone : null },
    // Notes of the centre, and what happens with other Enti, stay at the centre.
    messages: messages
      .filter((m) => all || m.visibility === 'public')
      .map((m) => ({ id: String(m.id), author: m.author, visibility: m.visibility, signature: m.signature, text: m.text, at: m.at })),
    forwardings: forwardings
      .filter((f) => all || person.enti.includes(f.enteCode))
      .map((f) => ({
        id: f.forwardingId,
        ente: { code: f.enteCode, name: nameOf(enti, f.enteCode).name },
        office: f.officeName,
        state: f.state,
        note: f.note ?? '',
        at: f.at,
        expiresAt: f.expiresAt,
      })),
    deliveries: person.may('readDeliveries') ? deliveries.map(presentDelivery) : [],
    events: all ? events.map((e) => ({ at: e.at, type: e.type, actor: e.actor })) : [],
    moves: await movesFor(strapi, person, ticket),
    mayForward: person.may('forward') && canMove(ticket.state, 'forward'),
    draftedFaq: draftOf(events),
    question: await questionOf(strapi, ticket, messages),
    mayRemember: mayDraftFor(person, ticket.enteCode),
    mayDraftFaq: mayDraftFor(person, ticket.enteCode) && draftOf(events) === null && answerOf(ticket, messages) !== null,
  }
}

/** The centre moves the ticket; an Ente's agent answers what the Ente was asked and has not answered yet. */
const movesFor = async (strapi: Core.Strapi, person: DeskPerson, ticket: TicketRow): Promise<DeskTicket['moves']> => {
  if (!person.may('answer')) return []
  if (person.may('readAllTickets')) return possibleMoves(ticket.state)
  return (await openForwardingsTo(strapi, ticket.number, person.enti)).length > 0 ? ['answer'] : []
}
