// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from 'react-router'
import { DomainError } from '@linea-comune/config'
import type { Route } from './+types/sign-out'
import { deskCookie, readDeskSession } from '../cookies'
import { paths } from '../paths'

export const loader = () => redirect(paths.deskSignIn())

/** The cookie goes in any case; the session too, when the back office can be told. */
export const action = async ({ request, context: { front } }: Route.ActionArgs) => {
  const session = readDeskSession(request)
  if (session !== null)
    await front.cms('signOut', {}, session).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error
    })
  return redirect(paths.deskSignIn(), { status: 303, headers: { 'set-cookie': deskCookie('', front.secure) } })
}
