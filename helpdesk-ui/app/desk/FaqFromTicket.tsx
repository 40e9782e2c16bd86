// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useNavigation } from 'react-router'
import type { DeskTicket } from '@linea-comune/config'
import { ofEnte } from '../words/of-ente'

/** What one citizen was answered may answer others: a draft for the Ente's editors, who decide. */
export const FaqFromTicket = ({ ticket }: { ticket: DeskTicket }) => {
  const busy = useNavigation().state !== 'idle'
  const { draftedFaq, mayDraftFaq } = ticket
  if (draftedFaq === null && !mayDraftFaq) return null
  return (
    <section className="lcd-card" aria-labelledby="frequente">
      <h2 id="frequente">Domanda frequente</h2>
      {draftedFaq === null ? (
        <>
          <p className="lcd-meta">
            Se altri possono chiederlo, prepara una bozza per la redazione {ofEnte(ticket.ente.name, 'it')}: domanda e risposta, senza nomi
            e recapiti.
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="draft" />
            <button type="submit" className="btn btn-sm btn-outline-primary" disabled={busy}>
              Prepara la bozza
            </button>
          </Form>
        </>
      ) : (
        <p className="lcd-meta">
          La bozza è pronta: la redazione {ofEnte(ticket.ente.name, 'it')} la trova tra le sue domande da pubblicare.
        </p>
      )}
    </section>
  )
}
