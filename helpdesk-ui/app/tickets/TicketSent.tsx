// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CreateTicketResponse } from '@linea-comune/config'
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { useLocale, useWords } from '../words'
import { formatMoment } from '../words/dates'

type Sent = Pick<CreateTicketResponse, 'number' | 'code' | 'createdAt' | 'email'> & { name: string; link: string }

const steps = ['1', '2', '3'] as const

export const TicketSent = ({ ticket }: { ticket: Sent }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const locale = useLocale()
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('sent.title')} – ${ente.name}`}</title>
      <div className="lc-sent">
        <p className="lc-sent-mark" aria-hidden="true">
          <Icon name="it-check" className="icon-white" />
        </p>
        <h1>{t('sent.title')}</h1>
        <p className="lead">
          {t('sent.lead', { name: ticket.name })} <strong className="lc-number">{ticket.number}</strong>.
        </p>
      </div>
      <section className="lc-sheet-of-paper" aria-labelledby="dati">
        <h2 id="dati" className="h5">
          {t('sent.keep')}
        </h2>
        <dl className="lc-keys">
          <div>
            <dt>{t('sent.number')}</dt>
            <dd className="lc-mono">{ticket.number}</dd>
          </div>
          <div>
            <dt>{t('sent.code')}</dt>
            <dd className="lc-mono">{ticket.code}</dd>
          </div>
          <div>
            <dt>{t('sent.date')}</dt>
            <dd>{formatMoment(ticket.createdAt, locale)}</dd>
          </div>
          <div className="lc-keys-wide">
            <dt>{t('sent.link')}</dt>
            <dd>
              <a className="lc-break" href={ticket.link} data-ticket-link>
                {ticket.link}
              </a>
              <p className="lc-hint">{t('sent.linkHint')}</p>
            </dd>
          </div>
        </dl>
        <p className={ticket.email === null ? 'lc-remember' : undefined}>
          {ticket.email === null ? t('sent.noEmail') : t('sent.email', { email: ticket.email })}
        </p>
        <p className="lc-actions">
          <a className="btn btn-primary" href={ticket.link}>
            {t('sent.open')}
          </a>
          <a className="btn btn-outline-primary" href={to(paths.home(ente.slug))}>
            {t('site.backTo')}
          </a>
        </p>
      </section>
      <section className="lc-next" aria-labelledby="poi">
        <h2 id="poi" className="h4">
          {t('sent.nextTitle')}
        </h2>
        <ol className="lc-timeline">
          {steps.map((step) => (
            <li key={step}>{t(`sent.next.${step}`)}</li>
          ))}
        </ol>
      </section>
    </div>
  )
}
