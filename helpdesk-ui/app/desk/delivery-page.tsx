// SPDX-License-Identifier: AGPL-3.0-or-later
import { data, Form, Link, useNavigation, useOutletContext } from 'react-router'
import { errorStatus, type DeliveryState, type DeskUser } from '@linea-comune/config'
import type { Route } from './+types/delivery-page'
import { toFault } from '../errors/sentences'
import { paths } from '../paths'
import { Notice } from '../ui/Notice'
import { TicketNumbers } from '../ui/TicketNumbers'
import { formatShort } from '../words/dates'
import { deskCall, deskRead } from './desk-call'
import { channelNames, deskErrors, eventName, outcomeNames } from './desk-sentences'
import { LinkedText } from './LinkedText'
import { useFocusOn } from './use-focus-on'
import { DeliveryBadge } from './StateBadge'

export const loader = async (args: Route.LoaderArgs) => ({ delivery: await deskRead(args, 'readDelivery', { id: args.params.id }) })

export const action = async (args: Route.ActionArgs) => {
  try {
    await deskCall(args, 'retryDelivery', { id: args.params.id })
    return { done: true, fault: null }
  } catch (error) {
    const fault = toFault(error)
    return data({ done: false, fault }, { status: errorStatus[fault.code] })
  }
}

const noRetry: Partial<Record<DeliveryState, string>> = {
  accepted: 'Il messaggio è già stato consegnato.',
  leased: 'Il messaggio sta partendo adesso.',
  cancelled: 'Il messaggio è stato annullato.',
}

const whyNoRetry = (state: DeliveryState, user: DeskUser): string | null =>
  user.permissions.includes('retryDelivery') ? (noRetry[state] ?? null) : 'Il tuo ruolo non lo permette.'

export default function DeliveryPage({ loaderData: { delivery }, actionData }: Route.ComponentProps) {
  const user = useOutletContext<DeskUser>()
  const busy = useNavigation().state !== 'idle'
  const why = whyNoRetry(delivery.state, user)
  useFocusOn('esito', busy ? undefined : actionData)
  return (
    <div className="lcd-page">
      <title>Consegna – Sportello</title>
      <p className="lcd-back">
        <Link to={paths.deskDeliveries()}>← Tutte le consegne</Link>
      </p>
      <div className="lcd-ticket-head">
        <div>
          <h1>
            <TicketNumbers text={delivery.subject || eventName(delivery.event)} />
          </h1>
          <p className="lcd-meta">
            {eventName(delivery.event)} · <Link to={paths.deskTicket(delivery.ticketNumber)}>{delivery.ticketNumber}</Link>
          </p>
        </div>
        <DeliveryBadge state={delivery.state} />
      </div>
      {actionData?.done && (
        <Notice tone="success" id="esito">
          <p>Il messaggio è di nuovo in coda: parte tra poco.</p>
        </Notice>
      )}
      {actionData?.fault && (
        <Notice tone="danger" id="esito">
          <p>{deskErrors[actionData.fault.code]}</p>
        </Notice>
      )}
      <div className="lcd-columns">
        <div className="lcd-column-main">
          <section className="lcd-card" aria-labelledby="testo">
            <h2 id="testo">Testo del messaggio</h2>
            {delivery.body === null ? (
              <p className="lcd-none">Il testo non si legge da qui: il messaggio è partito con un vero server, o non è un’e-mail.</p>
            ) : (
              <div className="lcd-mail">
                <LinkedText text={delivery.body} />
              </div>
            )}
          </section>
          <section className="lcd-card" aria-labelledby="tentativi">
            <h2 id="tentativi">Tentativi</h2>
            {delivery.history.length === 0 ? (
              <p className="lcd-none">Ancora nessun tentativo.</p>
            ) : (
              <table className="lcd-table lcd-table-inner">
                <caption className="visually-hidden">Tentativi di consegna</caption>
                <thead>
                  <tr>
                    <th scope="col">Quando</th>
                    <th scope="col">Esito</th>
                    <th scope="col">Dettaglio</th>
                    <th scope="col">Durata</th>
                  </tr>
                </thead>
                <tbody>
                  {delivery.history.map((attempt, position) => (
                    <tr key={`${attempt.at} ${String(position)}`}>
                      <th scope="row">{formatShort(attempt.at)}</th>
                      <td data-label="Esito">{outcomeNames[attempt.outcome]}</td>
                      <td data-label="Dettaglio" className="lc-break">
                        {attempt.detail || '–'}
                      </td>
                      <td data-label="Durata">{attempt.tookMs.toLocaleString('it-IT')} ms</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        </div>
        <aside className="lcd-column-side" aria-label="Dati della consegna">
          <section className="lcd-card" aria-labelledby="dati">
            <h2 id="dati">Consegna</h2>
            <dl className="lcd-facts">
              <div>
                <dt>Canale</dt>
                <dd>{channelNames[delivery.channel]}</dd>
              </div>
              <div>
                <dt>Destinazione</dt>
                <dd className="lc-break">{delivery.destination}</dd>
              </div>
              <div>
                <dt>Creata</dt>
                <dd>{formatShort(delivery.createdAt)}</dd>
              </div>
              <div>
                <dt>Prossimo tentativo</dt>
                <dd>{delivery.nextAttemptAt ? formatShort(delivery.nextAttemptAt) : 'Nessuno previsto'}</dd>
              </div>
            </dl>
            <Form method="post" className="lcd-retry">
              <button
                type="submit"
                className="btn btn-primary btn-sm"
                disabled={why !== null || busy}
                aria-describedby={why === null ? undefined : 'perche-retry'}
              >
                Riprova ora
              </button>
              {why !== null && (
                <p id="perche-retry" className="lcd-why">
                  {why}
                </p>
              )}
            </Form>
          </section>
        </aside>
      </div>
    </div>
  )
}
