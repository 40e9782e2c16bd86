// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { isReviewOverdue, type AnswerItem, type DeskTicket } from '@linea-comune/config'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { formatDate } from '../words/dates'
import { ofEnte } from '../words/of-ente'
import type { loader } from './desk-answers'

/** Asks the knowledge base of the ticket's Ente, so that an operator answers what the citizen would have read. */
export const KnowledgeSearch = ({ ticket, onInsert }: { ticket: DeskTicket; onInsert: (item: AnswerItem) => void }) => {
  const fetcher = useFetcher<typeof loader>()
  const [inserted, setInserted] = useState<string | null>(null)
  const first =
    ticket.messages
      .find((message) => message.author === 'citizen')
      ?.text.replace(/\s+/g, ' ')
      .slice(0, 160) ?? ''
  const found = fetcher.data
  return (
    <div className="lcd-kb">
      <fetcher.Form method="get" action={paths.deskAnswers()} role="search" className="lcd-kb-form">
        <input type="hidden" name="ente" value={ticket.ente.slug} />
        <input type="hidden" name="lang" value={ticket.locale} />
        <label className="lc-label" htmlFor="kb">
          Cerca la risposta tra i testi {ofEnte(ticket.ente.name, 'it')}
        </label>
        <div className="lcd-search">
          <input id="kb" name="q" type="search" className="form-control lc-input" defaultValue={first} required />
          <button id="kb-cerca" type="submit" className="btn btn-outline-primary" disabled={fetcher.state !== 'idle'}>
            <Icon name="it-search" className="icon-sm icon-primary" /> Cerca
          </button>
        </div>
      </fetcher.Form>
      <div role="status">
        {found?.items.length === 0 && (
          <p className="lcd-none">
            {found.degraded ? 'La ricerca non risponde in questo momento.' : 'Nessun testo risponde: scrivi tu la risposta.'}
          </p>
        )}
        {inserted !== null && <p className="visually-hidden">Testo inserito: {inserted}</p>}
      </div>
      {found && found.items.length > 0 && (
        <ul className="lcd-kb-list">
          {found.items.map((item) => (
            <li key={item.url} className="lcd-kb-item">
              <p className="lcd-kb-title">
                <a href={item.url} target="_blank" rel="noreferrer">
                  {item.title}
                  <span className="visually-hidden"> (si apre in una nuova scheda)</span>
                </a>
                {item.section && <span className="lcd-meta"> · {item.section}</span>}
              </p>
              <p className="lcd-kb-text" lang={item.locale}>
                {item.text}
              </p>
              {item.reviewBy !== null && isReviewOverdue(item.reviewBy) && (
                <p className="lcd-meta">Da verificare: andava rivisto entro il {formatDate(item.reviewBy)}.</p>
              )}
              {item.outdatedSince !== null && (
                <p className="lcd-meta">Traduzione da rivedere: il testo italiano è cambiato il {formatDate(item.outdatedSince)}.</p>
              )}
              <p className="lcd-kb-foot">
                <span className="lcd-meta">
                  {item.ente === null ? 'Testo comune' : ticket.ente.name} · {formatDate(item.updatedAt)}
                </span>
                <button
                  type="button"
                  className="btn btn-outline-primary btn-sm"
                  onClick={() => {
                    onInsert(item)
                    setInserted(item.title)
                  }}
                >
                  Inserisci nella risposta
                </button>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
