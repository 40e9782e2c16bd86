// SPDX-License-Identifier: AGPL-3.0-or-later
import { messageMaxLength, type FieldFault } from '@linea-comune/config'
import { useEnte, useTo } from '../ente/ente-context'
import { fieldLabel, fieldSentence } from '../errors/sentences'
import { paths } from '../paths'
import { FaultSummary, TextArea, TextField } from '../ui/Field'
import { useWords } from '../words'
import type { TicketFormState } from './ticket-form'

const order = ['text', 'name', 'email', 'phone', 'privacy'] as const

export const TicketForm = ({ form, faults }: { form: TicketFormState; faults: Record<string, FieldFault> }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const sentenceOf = (field: string): string | undefined => {
    const fault = faults[field]
    return fault && fieldSentence(t, field, fault)
  }
  const wrong = [...order, ...Object.keys(faults).filter((field) => !order.some((known) => known === field))].flatMap((field) => {
    const sentence = sentenceOf(field)
    return sentence === undefined ? [] : [{ field, label: fieldLabel(t, field), sentence }]
  })
  const privacyFault = sentenceOf('privacy')
  const prefix = t('errors.prefix')
  return (
    <form method="post" action={to(paths.newTicket(ente.slug))} className="lc-form" data-once noValidate>
      <FaultSummary title={t('errors.summaryTitle')} faults={wrong} />
      <input type="hidden" name="submissionId" value={form.submissionId} />
      <input type="hidden" name="questionId" value={form.questionId} />
      <p className="lc-hint">{t('site.requiredNote')}</p>
      <TextArea
        name="text"
        label={t('newTicket.text')}
        hint={t('newTicket.textHint')}
        value={form.text}
        fault={sentenceOf('text')}
        faultPrefix={prefix}
        maxLength={messageMaxLength}
        remaining={t('newTicket.remaining')}
        required
      />
      <fieldset className="lc-fieldset">
        <legend className="h5">{t('newTicket.about')}</legend>
        <TextField
          name="name"
          label={t('newTicket.name')}
          value={form.name}
          fault={sentenceOf('name')}
          faultPrefix={prefix}
          autoComplete="name"
          maxLength={120}
          required
        />
        <TextField
          name="email"
          type="email"
          label={t('newTicket.email')}
          hint={t('newTicket.emailHint')}
          value={form.email}
          fault={sentenceOf('email')}
          faultPrefix={prefix}
          autoComplete="email"
          maxLength={254}
          spellCheck={false}
        />
        <TextField
          name="phone"
          type="tel"
          label={t('newTicket.phone')}
          hint={t('newTicket.phoneHint')}
          value={form.phone}
          fault={sentenceOf('phone')}
          faultPrefix={prefix}
          autoComplete="tel"
          maxLength={40}
        />
      </fieldset>
      <div className="lc-trap" aria-hidden="true">
        <label htmlFor="sito">{t('newTicket.honeypot')}</label>
        <input id="sito" name="sito" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <div className={`lc-check${privacyFault ? ' lc-field-wrong' : ''}`}>
        <input
          id="privacy"
          name="privacy"
          type="checkbox"
          defaultChecked={form.privacy}
          required
          aria-invalid={privacyFault ? true : undefined}
          aria-describedby={privacyFault ? 'privacy-fault' : undefined}
        />
        <label htmlFor="privacy">
          {t('newTicket.privacy')}
          <span aria-hidden="true">*</span>
        </label>
        <p className="lc-check-link">
          <a href={to(paths.privacy(ente.slug))}>{t('newTicket.privacyLink')}</a>
        </p>
        {privacyFault && (
          <p id="privacy-fault" className="lc-fault">
            <span className="visually-hidden">{prefix}: </span>
            {privacyFault}
          </p>
        )}
      </div>
      <button type="submit" className="btn btn-primary btn-lg" data-busy={t('newTicket.sending')}>
        {t('newTicket.send')}
      </button>
    </form>
  )
}
