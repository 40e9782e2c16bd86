// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import {
  actOnLinkRequest,
  DomainError,
  errorStatus,
  messageMaxLength,
  parseInput,
  type ErrorCode,
  type ForwardingState,
  type LinkAction,
  type LinkedForwarding,
} from '@linea-comune/config'
import type { Route } from './+types/link-page'
import { NoEnteFrame } from '../ente/NoEnteFrame'
import { faultSentence, fieldLabel, fieldSentence, toFault, type Fault } from '../errors/sentences'
import { typedIn } from '../form-fields'
import { paths } from '../paths'
import { MessageList } from '../tickets/MessageList'
import { FaultSummary, TextArea, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { TicketNumbers } from '../ui/TicketNumbers'
import { useWords } from '../words'
import { formatDate } from '../words/dates'

/** What each action is called, and what it means, for the Ente's office. */
const actions: Record<LinkAction, { title: string; help: string; button: string; text?: string; done: string }> = {
  take: {
    title: 'Prendi in carico',
    help: 'Il cittadino e il centro servizi sapranno che il tuo ufficio se ne sta occupando. Potrai rispondere più tardi da questo stesso collegamento.',
    button: 'Prendo in carico la richiesta',
    done: 'La richiesta risulta presa in carico. Quando hai la risposta, torna a questo collegamento.',
  },
  answer: {
    title: 'Rispondi al cittadino',
    help: 'La risposta arriva al cittadino così come la scrivi, con il nome dell’ufficio.',
    button: 'Invia la risposta',
    text: 'Risposta per il cittadino',
    done: 'La risposta è stata inviata al cittadino. Grazie.',
  },
  refuse: {
    title: 'Non è di nostra competenza',
    help: 'La richiesta torna al centro servizi. Indica il motivo e, se lo sai, chi se ne occupa.',
    button: 'Restituisci la richiesta',
    text: 'Motivo',
    done: 'La richiesta è tornata al centro servizi. Grazie.',
  },
}

/** Why nothing can be done any more. */
const settled: Partial<Record<ForwardingState, string>> = {
  answered: 'A questa richiesta il tuo ufficio ha già risposto: non serve fare altro.',
  refused: 'Il tuo ufficio ha già restituito questa richiesta al centro servizi: non serve fare altro.',
  withdrawn: 'Il centro servizi ha ritirato questa richiesta: non serve fare altro.',
}

const needsText = (action: LinkAction): boolean => actions[action].text !== undefined
const over: readonly ErrorCode[] = ['link-expired', 'link-used', 'not-found']

const closedWords: Partial<Record<ErrorCode, { title: string; text: string }>> = {
  'link-expired': {
    title: 'Il collegamento è scaduto',
    text: 'Sono passati più di 30 giorni dall’inoltro. Se la richiesta è ancora aperta, chiedi al centro servizi di inoltrarla di nuovo.',
  },
  'link-used': {
    title: 'La richiesta è già conclusa',
    text: 'A questa richiesta è già stata data una risposta, o è stata ritirata dal centro servizi. Non serve fare altro.',
  },
  'not-found': { title: 'Collegamento non valido', text: 'Controlla di avere copiato tutto il collegamento dall’e-mail che hai ricevuto.' },
}

/** A token that cannot be one is a link that does not exist; what is wrong with a form names its fields. */
const toLinkFault = (error: unknown): Fault => {
  const fault = toFault(error)
  const ofForm = Object.keys(fault.fields).some((field) => field !== 'token')
  return fault.code === 'invalid-input' && !ofForm ? { ...fault, code: 'not-found' } : fault
}

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  try {
    return data({ forwarding: await context.front.cms('openLink', { token: params.token.slice(0, 300) }), fault: null })
  } catch (error) {
    const fault = toLinkFault(error)
    return data({ forwarding: null, fault }, { status: errorStatus[fault.code] })
  }
}

const act = async ({ context, params }: Route.ActionArgs, fields: FormData) => {
  const input = parseInput(actOnLinkRequest, {
    token: params.token,
    action: fields.get('action'),
    text: fields.get('text') ?? '',
    signature: fields.get('signature') ?? '',
  })
  const wrong = {
    ...(needsText(input.action) && input.text === '' && { [`${input.action}-text`]: 'required' as const }),
    ...(needsText(input.action) && input.signature === '' && { [`${input.action}-signature`]: 'required' as const }),
  }
  if (Object.keys(wrong).length > 0) throw new DomainError('invalid-input', { fields: wrong })
  return { done: input.action, forwarding: await context.front.cms('actOnLink', input) }
}

export const action = async (args: Route.ActionArgs) => {
  const fields = await args.request.formData()
  try {
    return { kind: 'done' as const, ...(await act(args, fields)) }
  } catch (error) {
    const fault = toLinkFault(error)
    const typed = {
      action: typedIn(fields, 'action'),
      text: typedIn(fields, 'text'),
      signature: typedIn(fields, 'signature'),
    }
    return data({ kind: 'refused' as const, fault, typed }, { status: errorStatus[fault.code] })
  }
}

const Closed = ({ fault }: { fault: Fault }) => {
  const t = useWords()
  const words = closedWords[fault.code] ?? { title: t('failure.title'), text: faultSentence(t, fault) }
  return (
    <>
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.text}</p>
    </>
  )
}

interface Typed {
  action: string
  text: string
  signature: string
}

const ActionForm = ({ name, token, fault, typed }: { name: LinkAction; token: string; fault: Fault | null; typed: Typed | null }) => {
  const t = useWords()
  const words = actions[name]
  const mine = typed?.action === name ? typed : null
  const wrongOf = (field: string): string | undefined => {
    const wrong = mine && fault?.fields[`${name}-${field}`]
    return wrong ? fieldSentence(t, field, wrong) : undefined
  }
  return (
    <details className="lc-action" open={mine !== null || undefined} name="azione">
      <summary>
        <h3 className="h5">{words.title}</h3>
      </summary>
      <form method="post" action={paths.link(token)} className="lc-form" data-once noValidate>
        <p>{words.help}</p>
        <input type="hidden" name="action" value={name} />
        {words.text && <LinkText name={name} label={words.text} value={mine?.text} fault={wrongOf('text')} />}
        {words.text && <LinkSignature name={name} value={mine?.signature} fault={wrongOf('signature')} />}
        <button type="submit" className="btn btn-primary">
          {words.button}
        </button>
      </form>
    </details>
  )
}

/** Three forms stand on one page: ids carry the action, names do not. */
const LinkText = ({
  name,
  label,
  value,
  fault,
}: {
  name: LinkAction
  label: string
  value: string | undefined
  fault: string | undefined
}) => <TextArea name="text" id={`${name}-text`} label={label} value={value} fault={fault} rows={6} maxLength={messageMaxLength} required />

const LinkSignature = ({ name, value, fault }: { name: LinkAction; value: string | undefined; fault: string | undefined }) => (
  <TextField
    name="signature"
    id={`${name}-signature`}
    label="Nome e cognome di chi risponde"
    value={value}
    fault={fault}
    maxLength={120}
    autoComplete="name"
    required
  />
)

const Open = ({
  forwarding,
  token,
  fault,
  typed,
  done,
}: {
  done: boolean
  forwarding: LinkedForwarding
  token: string
  fault: Fault | null
  typed: Typed | null
}) => {
  const t = useWords()
  const wrong = Object.entries(fault?.fields ?? {}).map(([field, kind]) => {
    const plain = field.split('-').at(-1) ?? field
    return { field, label: fieldLabel(t, plain), sentence: fieldSentence(t, plain, kind) }
  })
  return (
    <>
      <title>{`Richiesta ${forwarding.ticketNumber} – ${forwarding.ente.name}`}</title>
      <p className="category-top lc-category">
        {forwarding.ente.name} – {forwarding.office}
      </p>
      <h1>
        <TicketNumbers text={`Richiesta ${forwarding.ticketNumber}`} />
      </h1>
      <p className="lead">
        Il centro servizi ha inoltrato al tuo ufficio questa richiesta di <strong>{forwarding.citizenName}</strong>. Puoi gestirla da qui,
        senza credenziali, fino al {formatDate(forwarding.expiresAt)}.
      </p>
      {fault && fault.code !== 'invalid-input' && (
        <Notice tone="danger" id="errori">
          <p>{faultSentence(t, fault)}</p>
        </Notice>
      )}
      <FaultSummary title={t('errors.summaryTitle')} faults={wrong} />
      {forwarding.actions.length === 0 && settled[forwarding.state] && !done && (
        <Notice tone="info">
          <p>{settled[forwarding.state]}</p>
        </Notice>
      )}
      {forwarding.note && (
        <section className="lc-panel" aria-labelledby="nota">
          <h2 id="nota" className="h6">
            Nota del centro servizi
          </h2>
          <p className="lc-message-text">{forwarding.note}</p>
        </section>
      )}
      <section aria-labelledby="messaggi">
        <h2 id="messaggi" className="h4">
          La richiesta
        </h2>
        <MessageList
          messages={forwarding.messages}
          own="ente"
          nameOf={(author) => (author === 'citizen' ? forwarding.citizenName : author === 'desk' ? t('ticket.desk') : forwarding.ente.name)}
        />
      </section>
      {forwarding.actions.length > 0 && (
        <section aria-labelledby="azioni" className="lc-actions-list">
          <h2 id="azioni" className="h4">
            Cosa vuoi fare?
          </h2>
          {forwarding.actions.map((name) => (
            <ActionForm key={name} name={name} token={token} fault={fault} typed={typed} />
          ))}
        </section>
      )}
    </>
  )
}

export default function LinkPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const refused = actionData?.kind === 'refused' ? actionData : null
  const done = actionData?.kind === 'done' ? actionData : null
  const forwarding = done?.forwarding ?? loaderData.forwarding
  const closed = refused !== null && over.includes(refused.fault.code) ? refused.fault : done === null ? loaderData.fault : null
  return (
    <NoEnteFrame>
      <div className="container lc-narrow lc-page">
        {done !== null && (
          <Notice tone="success" title="Fatto">
            <p>{actions[done.done].done}</p>
          </Notice>
        )}
        {closed !== null && <Closed fault={closed} />}
        {closed === null && forwarding !== null && (
          <Open
            done={done !== null}
            forwarding={forwarding}
            token={params.token}
            fault={refused?.fault ?? null}
            typed={refused?.typed ?? null}
          />
        )}
      </div>
    </NoEnteFrame>
  )
}
