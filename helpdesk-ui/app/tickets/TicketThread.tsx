// SPDX-License-Identifier: AGPL-3.0-or-later
import { messageMaxLength, type CitizenTicket } from '@linea-comune/config'
import { useSearchParams } from 'react-router'
import { faultSentence, fieldSentence, type Fault } from '../errors/sentences'
import { FaultSummary, TextArea } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { TicketNumbers } from '../ui/TicketNumbers'
import { useLocale, useWords } from '../words'
import { formatDate, formatMoment } from '../words/dates'
import { MessageList } from './MessageList'

interface ThreadProps {
  ticket: CitizenTicket
  action: string
  submissionId: string
  fault: Fault | null
  typed: string
}

export const TicketThread = ({ ticket, action, submissionId, fault, typed }: ThreadProps) => {
  const t = useWords()
  const locale = useLocale()
  const [query] = useSearchParams()
  const textFault = fault?.fields.text && fieldSentence(t, 'text', fault.fields.text)
  return (
    <>
      <h1>
        <TicketNumbers text={t('ticket.title', { number: ticket.number })} />
      </h1>
      <p className="lc-muted">
        {t('ticket.sentOn', { date: formatDate(ticket.createdAt, locale) })}
        <span aria-hidden="true"> · </span>
        {t('ticket.updatedOn', { date: formatMoment(ticket.updatedAt, locale) })}
      </p>
      {query.has('inviato') && fault === null && (
        <Notice tone="success">
          <p>{t('ticket.replySent')}</p>
        </Notice>
      )}
      <section className={`lc-state lc-state-${ticket.state}`} aria-labelledby="stato">
        <h2 id="stato" className="h5">
          <span className="visually-hidden">
            {t('ticket.state')}
            {t('site.colon')}{' '}
          </span>
          {t(`state.${ticket.state}`)}
        </h2>
        <p>{t(`stateHelp.${ticket.state}`)}</p>
        {ticket.state === 'forwarded' && ticket.forwardedTo.length > 0 && (
          <p>
            {t('ticket.forwardedTo')}
            {t('site.colon')} <strong>{ticket.forwardedTo.join(', ')}</strong>
          </p>
        )}
      </section>
      <section aria-labelledby="messaggi">
        <h2 id="messaggi" className="h4">
          {t('ticket.conversation')}
        </h2>
        <MessageList
          messages={ticket.messages}
          own="citizen"
          nameOf={(author) => (author === 'citizen' ? t('ticket.you') : author === 'desk' ? t('ticket.desk') : ticket.ente.name)}
        />
      </section>
      {ticket.mayReply ? (
        <form method="post" action={action} className="lc-form lc-sheet-of-paper" data-once noValidate>
          <h2 className="h4">{t('ticket.reply')}</h2>
          {ticket.state === 'answered' && <p>{t('ticket.reopenHint')}</p>}
          {fault && fault.code !== 'invalid-input' && (
            <Notice tone="danger" id="errori">
              <p>{faultSentence(t, fault)}</p>
            </Notice>
          )}
          <FaultSummary
            title={t('errors.summaryTitle')}
            faults={textFault ? [{ field: 'text', label: t('ticket.replyText'), sentence: textFault }] : []}
          />
          <input type="hidden" name="intent" value="reply" />
          <input type="hidden" name="submissionId" value={submissionId} />
          <TextArea
            name="text"
            label={t('ticket.replyText')}
            value={typed}
            rows={5}
            fault={textFault}
            faultPrefix={t('errors.prefix')}
            maxLength={messageMaxLength}
            remaining={t('newTicket.remaining')}
            required
          />
          <button type="submit" className="btn btn-primary" data-busy={t('newTicket.sending')}>
            {t('ticket.sendReply')}
          </button>
        </form>
      ) : (
        <Notice tone="info">
          <p>{t('ticket.noReply')}</p>
        </Notice>
      )}
      <form method="post" action={action} className="lc-leave">
        <input type="hidden" name="intent" value="close" />
        <button type="submit" className="btn btn-outline-primary btn-sm">
          {t('ticket.close')}
        </button>
        <span className="lc-hint">{t('ticket.closeHint')}</span>
      </form>
    </>
  )
}
