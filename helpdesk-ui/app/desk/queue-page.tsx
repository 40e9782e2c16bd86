// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react'
import { Form, Link } from 'react-router'
import { DomainError, ticketQuery, ticketStates, type DeskEnte } from '@linea-comune/config'
import type { Route } from './+types/queue-page'
import { toPageNumber } from '../page-number'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { formatShort } from '../words/dates'
import { ageOf } from './age'
import { deskCall, deskRead } from './desk-call'
import { ticketStatePlurals } from './desk-sentences'
import { DeskPager } from './DeskPager'
import { DeskTabs } from './DeskTabs'
import { TicketBadge } from './StateBadge'

const entiFor = async (args: Route.LoaderArgs): Promise<Pick<DeskEnte, 'code' | 'name'>[]> => {
  try {
    return (await deskCall(args, 'listEnti', {})).map(({ code, name }) => ({ code, name }))
  } catch (error) {
    // Who sees one Ente's tickets only needs no list to choose from.
    if (error instanceof DomainError && error.code === 'not-allowed') return []
    throw error
  }
}

export const loader = async (args: Route.LoaderArgs) => {
  const query = new URL(args.request.url).searchParams
  const state = ticketQuery.shape.state.safeParse(query.get('stato') ?? 'open').data ?? 'open'
  const ente = query.get('ente') ?? ''
  const q = (query.get('q') ?? '').slice(0, 200).trim()
  const page = toPageNumber(query.get('pagina'))
  const [list, enti] = await Promise.all([
    deskRead(args, 'listTickets', { state, page, ...(ente !== '' && { ente }), ...(q !== '' && { q }) }),
    entiFor(args),
  ])
  return { state, ente, q, list, enti, now: Date.now() }
}

const tabs = ['open', 'all', ...ticketStates] as const
type Tab = (typeof tabs)[number]
const over: readonly Tab[] = ['answered', 'closed']

const tabName = (tab: Tab): string => (tab === 'open' ? 'Da seguire' : tab === 'all' ? 'Tutte' : ticketStatePlurals[tab])

const countOf = (counts: Record<string, number>, tab: Tab): number =>
  tab === 'open' || tab === 'all'
    ? ticketStates.filter((state) => tab === 'all' || !over.includes(state)).reduce((sum, state) => sum + (counts[state] ?? 0), 0)
    : (counts[tab] ?? 0)

const emptyHelp = 'Scegli un altro stato, o guardale tutte.'
const excerptLength = 150

/** The beginning of a message comes cut wherever it was long enough. */
const wholeWords = (excerpt: string): string => (excerpt.length < excerptLength ? excerpt : `${excerpt.replace(/\s+\S*$/, '')}…`)

export default function QueuePage({ loaderData: { state, ente, q, list, enti, now } }: Route.ComponentProps) {
  const filtered = ente !== '' || q !== ''
  // The fields keep the focus while the list below them changes, and show what it was filtered by.
  const enteField = useRef<HTMLSelectElement>(null)
  const qField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (enteField.current) enteField.current.value = ente
    if (qField.current) qField.current.value = q
  }, [ente, q])
  const hrefOf = (query: { stato?: string; pagina?: number }): string => paths.deskTickets({ stato: state, ente, q, ...query })
  return (
    <div className="lcd-page">
      <title>Richieste – Sportello</title>
      <div className="lcd-head">
        <h1>Richieste</h1>
        <Form className="lcd-filters" role="search" action={paths.deskTickets()}>
          <input type="hidden" name="stato" value={state} />
          {enti.length > 1 && (
            <div>
              <label className="visually-hidden" htmlFor="ente">
                Ente
              </label>
              <select ref={enteField} id="ente" name="ente" className="form-select lc-input" defaultValue={ente}>
                <option value="">Tutti gli enti</option>
                {enti.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )}
          <div className="lcd-search">
            <label className="visually-hidden" htmlFor="q">
              Cerca per numero, nome o testo
            </label>
            <input
              ref={qField}
              id="q"
              name="q"
              type="search"
              className="form-control lc-input"
              defaultValue={q}
              placeholder="Numero, nome o testo"
              maxLength={200}
            />
            <button type="submit" className="btn btn-primary" aria-label="Cerca">
              <Icon name="it-search" className="icon-sm icon-white" />
            </button>
          </div>
        </Form>
      </div>
      <DeskTabs
        label="Stato delle richieste"
        current={state}
        tabs={tabs.map((tab) => ({ id: tab, name: tabName(tab), href: hrefOf({ stato: tab }), count: countOf(list.counts, tab) }))}
      />
      <p className="visually-hidden" role="status">
        {list.total} richieste
      </p>
      {list.tickets.length === 0 ? (
        <div className="lcd-empty">
          <h2 className="h4">
            {filtered
              ? 'Nessuna richiesta corrisponde ai filtri'
              : state === 'open'
                ? 'Niente da seguire'
                : 'Nessuna richiesta in questo stato'}
          </h2>
          <p>
            {filtered
              ? 'Prova con altre parole, o togli i filtri.'
              : state === 'open'
                ? 'Quando arriva una richiesta la trovi qui.'
                : emptyHelp}
          </p>
          {filtered && (
            <Link className="btn btn-outline-primary" to={paths.deskTickets({ stato: state })}>
              Togli i filtri
            </Link>
          )}
        </div>
      ) : (
        <table className="lcd-table">
          <caption className="visually-hidden">Richieste: {tabName(state)}</caption>
          <thead>
            <tr>
              <th scope="col">Richiesta</th>
              <th scope="col">Ente</th>
              <th scope="col">Stato</th>
              <th scope="col">Ricevuta</th>
              <th scope="col">Aggiornata</th>
            </tr>
          </thead>
          <tbody>
            {list.tickets.map((ticket) => (
              <tr key={ticket.number}>
                <th scope="row">
                  <Link className="lcd-row-link" to={paths.deskTicket(ticket.number)}>
                    <span className="lcd-excerpt">{wholeWords(ticket.excerpt)}</span>
                    <span className="lcd-meta">
                      <span className="lc-number">{ticket.number}</span> · {ticket.citizenName}
                    </span>
                  </Link>
                </th>
                <td data-label="Ente">{ticket.ente.name}</td>
                <td data-label="Stato">
                  <TicketBadge state={ticket.state} />
                </td>
                <td data-label="Ricevuta">
                  <time dateTime={ticket.createdAt} title={formatShort(ticket.createdAt)}>
                    {ageOf(ticket.createdAt, now)}
                  </time>
                </td>
                <td data-label="Aggiornata">
                  <time dateTime={ticket.updatedAt} title={formatShort(ticket.updatedAt)}>
                    {ageOf(ticket.updatedAt, now)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <DeskPager page={list.page} pages={Math.max(1, Math.ceil(list.total / list.pageSize))} hrefOf={(pagina) => hrefOf({ pagina })} />
    </div>
  )
}
