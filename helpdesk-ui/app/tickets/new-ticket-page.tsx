// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import { createTicketRequest, DomainError, errorStatus, parseInput, questionMaxLength, takesTickets } from '@linea-comune/config'
import type { Route } from './+types/new-ticket-page'
import { cleanQuestion } from '../../server/answers-api'
import { ContactList } from '../ente/ContactList'
import { useEnte, useTo } from '../ente/ente-context'
import { requireEnte } from '../ente/require-ente'
import { faultSentence, toFault } from '../errors/sentences'
import { inLocale, paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { Notice } from '../ui/Notice'
import { useWords } from '../words'
import { emptyTicketForm, readTicketForm, type TicketFormState } from './ticket-form'
import { TicketForm } from './TicketForm'
import { TicketSent } from './TicketSent'

export const loader = async (args: Route.LoaderArgs) => {
  await requireEnte(args)
  const query = new URL(args.request.url).searchParams
  const text = cleanQuestion((query.get('q') ?? '').slice(0, questionMaxLength))
  return { form: emptyTicketForm({ text, questionId: (query.get('domanda') ?? '').slice(0, 64) }) }
}

const send = async ({ context, params, request }: Route.ActionArgs, form: TicketFormState, trapped: boolean) => {
  const { front } = context
  const { ente, locale } = await requireEnte({ context, params, request })
  const { questionId, privacy, ...typed } = form
  const input = parseInput(createTicketRequest, {
    ...typed,
    ente: ente.slug,
    locale,
    ...(privacy && { privacy: true }),
    ...(questionId !== '' && { questionId }),
  })
  // Says nothing about the trap: who fills in the hidden field learns only that it did not work.
  if (trapped) throw new DomainError('unavailable')
  const waitS = await front.limit('tickets')
  if (waitS !== null) throw new DomainError('too-many-attempts', { retryAfterS: waitS })
  const created = await front.cms('createTicket', input)
  const path = inLocale(paths.ticket(ente.slug, created.number), locale)
  return { ...created, name: input.name, link: `${front.publicUrl}${path}#${created.secret}` }
}

/**
 * Shows the confirmation at once instead of sending elsewhere: number and code are seen by no address and no cookie, and
 * loading the page again sends the same submission, which gives the same ticket.
 */
export const action = async (args: Route.ActionArgs) => {
  const { form, trapped } = readTicketForm(await args.request.formData())
  try {
    return { kind: 'sent' as const, ticket: await send(args, form, trapped) }
  } catch (error) {
    const fault = toFault(error)
    return data({ kind: 'refused' as const, fault, form }, { status: errorStatus[fault.code] })
  }
}

export default function NewTicketPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const refused = actionData?.kind === 'refused' ? actionData : null
  if (actionData?.kind === 'sent') return <TicketSent ticket={actionData.ticket} />
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${refused ? `${t('errors.prefix')} – ` : ''}${t('newTicket.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('newTicket.title') }]}
      />
      <h1>{t('newTicket.title')}</h1>
      {takesTickets(ente.lifecycle) ? (
        <>
          <p className="lead">{t('newTicket.intro')}</p>
          {refused && refused.fault.code !== 'invalid-input' && (
            <Notice tone="danger" id="errori" title={t('errors.notSentTitle')}>
              <p>{faultSentence(t, refused.fault)}</p>
            </Notice>
          )}
          <div className="lc-sheet-of-paper">
            <TicketForm form={refused?.form ?? loaderData.form} faults={refused?.fault.fields ?? {}} />
          </div>
        </>
      ) : (
        <div className="lc-panel">
          <p>{t('newTicket.closed')}</p>
          <ContactList ente={ente} />
        </div>
      )}
    </div>
  )
}
