// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from 'react-router'
import { localeNames, type DeskTicket } from '@linea-comune/config'
import { paths } from '../paths'
import { formatDate, formatShort } from '../words/dates'
import { channelNames, eventName } from './desk-sentences'
import { DeliveryBadge, ForwardingBadge } from './StateBadge'

export const TicketFacts = ({ ticket }: { ticket: DeskTicket }) => (
  <>
    <section className="lcd-card" aria-labelledby="cittadino">
      <h2 id="cittadino">Cittadino</h2>
      <dl className="lcd-facts">
        <div>
          <dt>Nome</dt>
          <dd>{ticket.citizen.name}</dd>
        </div>
        <div>
          <dt>E-mail</dt>
          <dd>
            {ticket.citizen.email ? (
              <a href={`mailto:${ticket.citizen.email}`}>{ticket.citizen.email}</a>
            ) : (
              'Non indicata: legge la risposta con il codice'
            )}
          </dd>
        </div>
        {ticket.citizen.phone && (
          <div>
            <dt>Telefono</dt>
            <dd>
              <a href={`tel:${ticket.citizen.phone.replace(/\s/g, '')}`}>{ticket.citizen.phone}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>Lingua</dt>
          <dd>{localeNames[ticket.locale]}</dd>
        </div>
      </dl>
    </section>
    <section className="lcd-card" aria-labelledby="inoltri">
      <h2 id="inoltri">Inoltri</h2>
      {ticket.forwardings.length === 0 ? (
        <p className="lcd-none">Nessun inoltro.</p>
      ) : (
        <ul className="lcd-list">
          {ticket.forwardings.map((forwarding) => (
            <li key={forwarding.id}>
              <p className="lcd-list-head">
                <strong>{forwarding.office}</strong>
                <ForwardingBadge state={forwarding.state} />
              </p>
              <p className="lcd-meta">
                {forwarding.ente.name} · {formatShort(forwarding.at)} · collegamento valido fino al {formatDate(forwarding.expiresAt)}
              </p>
              {forwarding.note && <p className="lcd-quote">{forwarding.note}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
    <section className="lcd-card" aria-labelledby="consegne">
      <h2 id="consegne">Messaggi partiti</h2>
      {ticket.deliveries.length === 0 ? (
        <p className="lcd-none">Nessun messaggio.</p>
      ) : (
        <ul className="lcd-list">
          {ticket.deliveries.map((delivery) => (
            <li key={delivery.id}>
              <p className="lcd-list-head">
                <Link to={paths.deskDelivery(delivery.id)}>{eventName(delivery.event)}</Link>
                <DeliveryBadge state={delivery.state} />
              </p>
              <p className="lcd-meta">
                {channelNames[delivery.channel]} a {delivery.destination}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
    <section className="lcd-card" aria-labelledby="cronologia">
      <h2 id="cronologia">Cronologia</h2>
      <ol className="lcd-history">
        {ticket.events.map((event, position) => (
          <li key={`${event.at} ${String(position)}`}>
            <span>{eventName(event.type)}</span>
            <span className="lcd-meta">
              {event.actor} · <time dateTime={event.at}>{formatShort(event.at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  </>
)
