// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { data, redirect } from 'react-router'
import { DomainError, errorStatus, parseInput, replyTicketRequest, type CitizenTicket } from '@linea-comune/config'
import type { Route } from './+types/ticket-page'
import { readTicketGrant, ticketCookie } from '../cookies'
import { useEnte, useTo } from '../ente/ente-context'
import { requireEnte } from '../ente/require-ente'
import { toFault, type Fault } from '../errors/sentences'
import { typedIn } from '../form-fields'
import { inLocale, paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { useWords } from '../words'
import { openTicket } from './open-ticket'
import { OpenTicketForm } from './OpenTicketForm'
import { TicketThread } from './TicketThread'

const isThisTicket = (ticket: CitizenTicket, params: { ente: string; number: string }): boolean =>
  ticket.number === params.number && ticket.ente.slug === params.ente

export const loader = async (args: Route.LoaderArgs) => {
  await requireEnte(args)
  const { front } = args.context
  const grant = readTicketGrant(args.request)
  const submissionId = randomUUID()
  if (grant === null) return data({ ticket: null, fault: null, submissionId })
  try {
    const ticket = await front.cms('viewTicket', { grant })
    return data({ ticket: isThisTicket(ticket, args.params) ? ticket : null, fault: null, submissionId })
  } catch (error) {
    const fault = toFault(error)
    return data({ ticket: null, fault, submissionId }, { status: fault.code === 'unavailable' ? 503 : 200 })
  }
}

const reply = async (args: Route.ActionArgs, fields: FormData, path: string, address: string): Promise<Response> => {
  const grant = readTicketGrant(args.request)
  if (grant === null) throw new DomainError('signed-out')
  const input = parseInput(replyTicketRequest, { grant, submissionId: fields.get('submissionId'), text: fields.get('text') })
  const ticket = await args.context.front.cms('replyTicket', input)
  if (!isThisTicket(ticket, args.params)) throw new DomainError('not-allowed')
  return redirect(`${address}${address.includes('?') ? '&' : '?'}inviato=1#messaggi`, { status: 303 })
}

export const action = async (args: Route.ActionArgs) => {
  const { ente, locale } = await requireEnte(args)
  const { front } = args.context
  const fields = await args.request.formData()
  const intent = fields.get('intent')
  const path = paths.ticket(ente.slug, args.params.number)
  const address = inLocale(path, locale)
  if (intent === 'close')
    return redirect(inLocale(paths.tickets(ente.slug), locale), {
      status: 303,
      headers: { 'set-cookie': ticketCookie(path, '', front.secure) },
    })
  try {
    return intent === 'reply' ? await reply(args, fields, path, address) : await openTicket(front, fields, locale, args.params.number)
  } catch (error) {
    const fault: Fault = toFault(error)
    return data(
      { fault, number: (typedIn(fields, 'number') || args.params.number).slice(0, 40), reply: typedIn(fields, 'text') },
      { status: errorStatus[fault.code] },
    )
  }
}

export default function TicketPage({ loaderData: { ticket, fault, submissionId }, actionData, params }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const address = to(paths.ticket(ente.slug, params.number))
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('ticket.title', { number: params.number })} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[
          { label: t('site.home'), href: to(paths.home(ente.slug)) },
          { label: t('nav.tickets'), href: to(paths.tickets(ente.slug)) },
          { label: params.number },
        ]}
      />
      {ticket === null ? (
        <>
          <h1>{t('tickets.title')}</h1>
          <p className="lead">{t('tickets.intro')}</p>
          <OpenTicketForm
            action={address}
            number={actionData?.number ?? params.number}
            fault={actionData?.fault ?? fault}
            byLink={actionData === undefined}
          />
        </>
      ) : (
        <TicketThread
          ticket={ticket}
          action={address}
          submissionId={submissionId}
          fault={actionData?.fault ?? null}
          typed={actionData?.reply ?? ''}
        />
      )}
    </div>
  )
}
