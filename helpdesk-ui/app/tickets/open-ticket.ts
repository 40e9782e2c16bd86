// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from 'react-router'
import { DomainError, openTicketRequest, type Locale } from '@linea-comune/config'
import type { FrontOffice } from '../../server/load-context'
import { ticketCookie } from '../cookies'
import { typedIn } from '../form-fields'
import { inLocale, paths } from '../paths'

const typed = (fields: FormData, name: string): string => typedIn(fields, name).trim()

/** A key given by form or by link becomes a cookie for that ticket's address; throws a `DomainError` when it does not fit. */
export const openTicket = async (front: FrontOffice, fields: FormData, locale: Locale, numberInAddress?: string): Promise<Response> => {
  const secret = typed(fields, 'secret')
  const code = typed(fields, 'code')
  const number = secret === '' ? typed(fields, 'number') : (numberInAddress ?? '')
  if (secret === '' && (number === '' || code === ''))
    throw new DomainError('invalid-input', {
      fields: { ...(number === '' && { number: 'required' }), ...(code === '' && { code: 'required' }) },
    })
  const waitS = await front.limit('keys')
  if (waitS !== null) throw new DomainError('too-many-attempts', { retryAfterS: waitS })
  const key = secret === '' ? { code } : { secret }
  // Longer than any number or code can be: wrong like any other.
  const asked = openTicketRequest.safeParse({ number, key })
  if (!asked.success) throw new DomainError('wrong-credentials')
  const { grant, ticket } = await front.cms('openTicket', asked.data)
  // The ticket says whose it is: a number typed on another Ente's page opens all the same.
  const path = paths.ticket(ticket.ente.slug, ticket.number)
  return redirect(inLocale(path, locale), { status: 303, headers: { 'set-cookie': ticketCookie(path, grant, front.secure) } })
}
