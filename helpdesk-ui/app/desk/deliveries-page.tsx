// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from 'react-router'
import { deliveryQuery, deliveryStates } from '@linea-comune/config'
import type { Route } from './+types/deliveries-page'
import { toPageNumber } from '../page-number'
import { paths } from '../paths'
import { Notice } from '../ui/Notice'
import { TicketNumbers } from '../ui/TicketNumbers'
import { formatShort } from '../words/dates'
import { deskRead } from './desk-call'
import { channelNames, deliveryStatePlurals, eventName } from './desk-sentences'
import { DeskPager } from './DeskPager'
import { DeskTabs } from './DeskTabs'
import { DeliveryBadge } from './StateBadge'

export const loader = async (args: Route.LoaderArgs) => {
  const query = new URL(args.request.url).searchParams
  const state = deliveryQuery.shape.state.safeParse(query.get('stato') ?? 'all').data ?? 'all'
  const ticket = (query.get('richiesta') ?? '').slice(0, 40)
  const list = await deskRead(args, 'listDeliveries', { state, page: toPageNumber(query.get('pagina')), ...(ticket !== '' && { ticket }) })
  return { state, ticket, list }
}

const tabs = ['all', ...deliveryStates] as const

export default function DeliveriesPage({ loaderData: { state, ticket, list } }: Route.ComponentProps) {
  const hrefOf = (query: { stato?: string; pagina?: number }): string => paths.deskDeliveries({ stato: state, richiesta: ticket, ...query })
  return (
    <div className="lcd-page">
      <title>Consegne – Sportello</title>
      <div className="lcd-head">
        <h1>Consegne</h1>
      </div>
      {list.captured && (
        <Notice tone="info">
          <p>Non è configurato un server di posta: le e-mail non partono, ma restano qui come file da leggere.</p>
        </Notice>
      )}
      <DeskTabs
        label="Stato delle consegne"
        current={state}
        tabs={tabs.map((tab) => ({ id: tab, name: tab === 'all' ? 'Tutte' : deliveryStatePlurals[tab], href: hrefOf({ stato: tab }) }))}
      />
      <p className="visually-hidden" role="status">
        {list.total} consegne
      </p>
      {list.deliveries.length === 0 ? (
        <div className="lcd-empty">
          <h2 className="h4">Nessuna consegna</h2>
          <p>Qui trovi ogni messaggio partito verso cittadini ed enti, con i tentativi fatti.</p>
        </div>
      ) : (
        <table className="lcd-table lcd-table-deliveries">
          <caption className="visually-hidden">Consegne</caption>
          <thead>
            <tr>
              <th scope="col">Messaggio</th>
              <th scope="col">Destinazione</th>
              <th scope="col">Stato</th>
              <th scope="col">Tentativi</th>
              <th scope="col">Creata</th>
            </tr>
          </thead>
          <tbody>
            {list.deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <th scope="row">
                  <Link className="lcd-row-link" to={paths.deskDelivery(delivery.id)}>
                    <span className="lcd-excerpt">{eventName(delivery.event)}</span>
                    <span className="lcd-meta">
                      <TicketNumbers text={delivery.subject || delivery.ticketNumber} />
                    </span>
                  </Link>
                </th>
                <td data-label="Destinazione" className="lcd-destination">
                  <span className="lcd-meta lcd-next">{channelNames[delivery.channel]}</span>
                  {delivery.destination}
                </td>
                <td data-label="Stato">
                  <DeliveryBadge state={delivery.state} />
                </td>
                <td data-label="Tentativi">
                  {delivery.attempts}
                  {delivery.nextAttemptAt && <span className="lcd-meta lcd-next">prossimo {formatShort(delivery.nextAttemptAt)}</span>}
                </td>
                <td data-label="Creata">
                  <time dateTime={delivery.createdAt}>{formatShort(delivery.createdAt)}</time>
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
