// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskTicket } from '@linea-comune/config'
import { formatMoment } from '../words/dates'

type Message = DeskTicket['messages'][number]

const kindOf = (message: Message): 'internal' | Message['author'] => (message.visibility === 'internal' ? 'internal' : message.author)

const kindNames: Record<'internal' | 'desk' | 'ente', string> = { internal: 'Nota interna', desk: 'Centro servizi', ente: 'Ente' }

/** The whole story, internal notes included, each kind to be told apart at a glance and by name. */
export const DeskThread = ({ ticket }: { ticket: DeskTicket }) => (
  <section aria-labelledby="conversazione">
    <h2 id="conversazione" className="visually-hidden">
      Conversazione
    </h2>
    <ol className="lcd-thread">
      {ticket.messages.map((message) => {
        const kind = kindOf(message)
        return (
          <li key={message.id} className={`lcd-message lcd-message-${kind}`}>
            <p className="lcd-message-head">
              <strong>{kind === 'citizen' ? ticket.citizen.name : message.signature || kindNames[kind]}</strong>
              <span className="lcd-message-kind">{kind === 'citizen' ? 'Cittadino' : kindNames[kind]}</span>
              <time dateTime={message.at}>{formatMoment(message.at)}</time>
            </p>
            <p className="lc-message-text" lang={kind === 'citizen' ? ticket.locale : undefined}>
              {message.text}
            </p>
          </li>
        )
      })}
    </ol>
  </section>
)
