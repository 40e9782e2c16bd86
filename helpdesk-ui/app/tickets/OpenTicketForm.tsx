// SPDX-License-Identifier: AGPL-3.0-or-later
import { takesTickets } from '@linea-comune/config'
import { useEnte, useTo } from '../ente/ente-context'
import { fieldLabel, fieldSentence, faultSentence, type Fault } from '../errors/sentences'
import { paths } from '../paths'
import { FaultSummary, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useWords } from '../words'

interface OpenTicketProps {
  /** Where the form goes. */
  action: string
  number: string
  fault: Fault | null
  /** With the number known, a key in the address can open it by itself. */
  byLink: boolean
}

export const OpenTicketForm = ({ action, number, fault, byLink }: OpenTicketProps) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const sentenceOf = (field: string): string | undefined => {
    const wrong = fault?.fields[field]
    return wrong && fieldSentence(t, field, wrong)
  }
  const wrong = Object.entries(fault?.fields ?? {}).map(([field, kind]) => ({
    field,
    label: fieldLabel(t, field),
    sentence: fieldSentence(t, field, kind),
  }))
  return (
    <form
      method="post"
      action={action}
      className="lc-form lc-sheet-of-paper"
      data-once
      data-open-by-link={byLink ? t('tickets.opening') : undefined}
      noValidate
    >
      {fault && fault.code !== 'invalid-input' && (
        <Notice tone="danger" id="errori">
          <p>{faultSentence(t, fault)}</p>
        </Notice>
      )}
      <FaultSummary title={t('errors.summaryTitle')} faults={wrong} />
      <input type="hidden" name="intent" value="open" />
      <TextField
        name="number"
        label={t('tickets.number')}
        hint={t('tickets.numberHint')}
        value={number}
        fault={sentenceOf('number')}
        faultPrefix={t('errors.prefix')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        className="lc-mono lc-input-short"
        required
      />
      <TextField
        name="code"
        label={t('tickets.code')}
        hint={t('tickets.codeHint')}
        fault={sentenceOf('code')}
        faultPrefix={t('errors.prefix')}
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        className="lc-mono lc-input-short"
        required
      />
      <button type="submit" className="btn btn-primary">
        {t('tickets.open')}
      </button>
      {takesTickets(ente.lifecycle) && (
        <p className="lc-hint lc-form-end">
          {t('tickets.noKey')} <a href={to(paths.newTicket(ente.slug))}>{t('newTicket.title')}</a>
        </p>
      )}
    </form>
  )
}
