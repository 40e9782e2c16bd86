// SPDX-License-Identifier: AGPL-3.0-or-later
import { data, Link, useNavigation, useOutletContext, type ShouldRevalidateFunctionArgs } from 'react-router'
import {
  DomainError,
  errorStatus,
  forwardTicketRequest,
  moveTicketRequest,
  parseInput,
  type DeskEnte,
  type DeskUser,
} from '@linea-comune/config'
import type { Route } from './+types/desk-ticket-page'
import { toFault, type Fault } from '../errors/sentences'
import { typedIn } from '../form-fields'
import { paths } from '../paths'
import { Notice } from '../ui/Notice'
import { TicketNumbers } from '../ui/TicketNumbers'
import { formatMoment } from '../words/dates'
import { Composer } from './Composer'
import { deskCall, deskRead } from './desk-call'
import { deskErrors, eventName, moveDone } from './desk-sentences'
import { DeskThread } from './DeskThread'
import { FaqFromTicket } from './FaqFromTicket'
import { QuickMoves } from './QuickMoves'
import { TicketBadge } from './StateBadge'
import { TicketFacts } from './TicketFacts'
import { useFocusOn } from './use-focus-on'

const entiFor = async (args: Route.LoaderArgs, mayForward: boolean): Promise<DeskEnte[]> =>
  mayForward ? deskCall(args, 'listEnti', {}).catch(orNone) : []

const orNone = (error: unknown): DeskEnte[] => {
  if (error instanceof DomainError) return []
  throw error
}

export const loader = async (args: Route.LoaderArgs) => {
  const ticket = await deskRead(args, 'readTicket', { number: args.params.number })
  return {
    ticket: { ...ticket, question: args.context.front.knowledge.toKeptQuestion(ticket.question) },
    enti: await entiFor(args, ticket.mayForward),
    publicUrl: args.context.front.publicUrl,
    backofficeUrl: args.context.front.backofficeUrl,
  }
}

/** After somebody else's change the page shows it, while what was typed stays. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  defaultShouldRevalidate || actionStatus === errorStatus['changed-meanwhile'] || actionStatus === errorStatus['move-not-possible']

const optional = (value: FormDataEntryValue | null): FormDataEntryValue | undefined => (value === null || value === '' ? undefined : value)

const act = async (args: Route.ActionArgs, fields: FormData) => {
  const { number } = args.params
  const version = Number(fields.get('version'))
  if (fields.get('intent') === 'forward') {
    await deskCall(args, 'forwardTicket', {
      number,
      ...parseInput(forwardTicketRequest, { version, office: fields.get('office') ?? '', note: optional(fields.get('text')) }),
    })
    return 'forward' as const
  }
  if (fields.get('intent') === 'draft') {
    await deskCall(args, 'draftFromTicket', { number })
    return 'draft' as const
  }
  const input = parseInput(moveTicketRequest, {
    version,
    move: fields.get('move'),
    text: optional(fields.get('text')),
    sources: fields.getAll('sources'),
    remember: optional(fields.get('remember')),
  })
  if ((input.move === 'answer' || input.move === 'askCitizen' || input.move === 'note') && input.text === undefined)
    throw new DomainError('invalid-input', { fields: { text: 'required' } })
  await deskCall(args, 'moveTicket', { number, ...input })
  return input.move
}

export const action = async (args: Route.ActionArgs) => {
  const fields = await args.request.formData()
  try {
    return { done: await act(args, fields), fault: null, typed: null, at: Date.now() }
  } catch (error) {
    const fault = toFault(error)
    const typed = { text: typedIn(fields, 'text'), mode: typedIn(fields, 'intent') === 'forward' ? 'forward' : typedIn(fields, 'move') }
    return data({ done: null, fault, typed, at: Date.now() }, { status: errorStatus[fault.code] })
  }
}

const questionFault = (fields: Fault['fields']): string | undefined =>
  fields.question === undefined ? undefined : 'Scrivi una domanda di almeno due parole, oltre a quelle che stanno in quasi tutte.'

const isOfRemembering = ({ code, fields }: Fault): boolean =>
  code === 'invalid-input' && (fields.question !== undefined || fields.sources !== undefined)

const invalidSentence = (fields: Fault['fields']): string => {
  if (fields.office !== undefined) return 'Scegli l’ufficio a cui inoltrare.'
  if (fields.question !== undefined) return 'Dice troppo poco. La risposta non è ancora partita: correggi la domanda o togli la spunta.'
  if (fields.sources !== undefined)
    return 'Il testo citato non è più pubblicato per questo Ente. La risposta non è ancora partita: togli la spunta e inviala di nuovo.'
  return 'Scrivi un testo, di al massimo 5.000 caratteri.'
}

export default function DeskTicketPage({ loaderData: { ticket, enti, publicUrl }, actionData }: Route.ComponentProps) {
  const user = useOutletContext<DeskUser>()
  // Said when the page shows it, not before.
  const idle = useNavigation().state === 'idle'
  const last = ticket.events.at(-1)
  const fault = actionData?.fault
  useFocusOn('esito', idle ? actionData : undefined)
  return (
    <div className="lcd-page">
      <title>{`${ticket.number} – Sportello`}</title>
      <p className="lcd-back">
        <Link to={paths.deskTickets()}>← Tutte le richieste</Link>
      </p>
      <div className="lcd-ticket-head">
        <div>
          <h1>
            <TicketNumbers text={`Richiesta ${ticket.number}`} />
          </h1>
          <p className="lcd-meta">
            {ticket.ente.name} · {ticket.citizen.name} · ricevuta il {formatMoment(ticket.createdAt)}
          </p>
        </div>
        <TicketBadge state={ticket.state} />
      </div>
      {actionData?.done && idle && (
        <Notice tone="success" id="esito">
          <p>{moveDone[actionData.done]}</p>
        </Notice>
      )}
      {fault && (
        <Notice tone="danger" id="esito" title={isOfRemembering(fault) ? 'Questa domanda non si può ricordare' : deskErrors[fault.code]}>
          {fault.code === 'changed-meanwhile' && last && (
            <p>
              Ultimo cambiamento: <strong>{eventName(last.type)}</strong>, {last.actor}, {formatMoment(last.at)}. Qui sotto vedi la
              richiesta com’è adesso; il tuo testo è ancora nel riquadro: rileggilo e invialo di nuovo.
            </p>
          )}
          {fault.code === 'invalid-input' && <p>{invalidSentence(fault.fields)}</p>}
        </Notice>
      )}
      <div className="lcd-columns">
        <div className="lcd-column-main">
          <DeskThread ticket={ticket} />
          <Composer
            ticket={ticket}
            enti={enti}
            user={user}
            publicUrl={publicUrl}
            result={actionData ?? null}
            questionFault={fault ? questionFault(fault.fields) : undefined}
          />
        </div>
        <aside className="lcd-column-side" aria-label="Dati della richiesta">
          <QuickMoves ticket={ticket} />
          <FaqFromTicket ticket={ticket} />
          <TicketFacts ticket={ticket} />
        </aside>
      </div>
    </div>
  )
}
