// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import { errorStatus } from '@linea-comune/config'
import type { Route } from './+types/find-ticket-page'
import { useEnte, useTo } from '../ente/ente-context'
import { requireEnte } from '../ente/require-ente'
import { toFault } from '../errors/sentences'
import { typedIn } from '../form-fields'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { useWords } from '../words'
import { openTicket } from './open-ticket'
import { OpenTicketForm } from './OpenTicketForm'

export const action = async (args: Route.ActionArgs) => {
  const { locale } = await requireEnte(args)
  const fields = await args.request.formData()
  try {
    return await openTicket(args.context.front, fields, locale)
  } catch (error) {
    const fault = toFault(error)
    return data({ fault, number: typedIn(fields, 'number').slice(0, 40) }, { status: errorStatus[fault.code] })
  }
}

export default function FindTicketPage({ actionData }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('tickets.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('nav.tickets') }]}
      />
      <h1>{t('tickets.title')}</h1>
      <p className="lead">{t('tickets.intro')}</p>
      <OpenTicketForm
        action={to(paths.tickets(ente.slug))}
        number={actionData?.number ?? ''}
        fault={actionData?.fault ?? null}
        byLink={false}
      />
    </div>
  )
}
