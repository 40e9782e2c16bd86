// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { confirmedQuestionLimits, type AnswerItem, type DeskTicket } from '@linea-comune/config'

interface RememberQuestionProps {
  /** The cited text. */
  text: Pick<AnswerItem, 'kind' | 'title'>
  /** Its question as it would be remembered, until it is changed here. */
  ticket: Pick<DeskTicket, 'question' | 'locale'>
  /** What was wrong with it. */
  fault: string | undefined
}

const names: Record<AnswerItem['kind'], string> = { sheet: 'questa scheda', faq: 'questa domanda frequente' }

/** Whoever answers from one text may say that it answers the question, for all who ask nearly the same. Off until they do. */
export const RememberQuestion = ({ text, ticket, fault }: RememberQuestionProps) => {
  const [remembers, setRemembers] = useState(false)
  const [question, write] = useState(ticket.question)
  return (
    <fieldset className="lcd-remember">
      <legend className="visually-hidden">Ricorda la risposta</legend>
      <div className="lc-check">
        <input
          id="ricorda"
          type="checkbox"
          checked={remembers}
          aria-describedby="ricorda-help"
          onChange={(event) => {
            setRemembers(event.currentTarget.checked)
          }}
        />
        <label htmlFor="ricorda">Ricorda: {names[text.kind]} risponde alla domanda del cittadino</label>
        <p id="ricorda-help" className="lcd-why">
          Chi farà quasi la stessa domanda riceverà subito «{text.title}».
        </p>
      </div>
      {remembers && (
        <div className="lcd-remember-question">
          <label className="lc-label" htmlFor="remember">
            Domanda da ricordare
          </label>
          <textarea
            id="remember"
            name="remember"
            className="form-control lc-input"
            rows={3}
            value={question}
            required
            maxLength={confirmedQuestionLimits.question}
            lang={ticket.locale}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={fault === undefined ? 'remember-help' : 'remember-fault remember-help'}
            onChange={(event) => {
              write(event.currentTarget.value)
            }}
          />
          {fault !== undefined && (
            <p id="remember-fault" className="lc-fault">
              {fault}
            </p>
          )}
          <p id="remember-help" className="lcd-why">
            Lascia solo quello che altri chiederebbero. Nomi, recapiti e indirizzi si tolgono da soli.
          </p>
        </div>
      )}
    </fieldset>
  )
}
