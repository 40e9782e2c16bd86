// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from 'react-router'
import { DomainError, type InternalCallName, type InternalRequest, type InternalResponse } from '@linea-comune/config'
import type { FrontOffice } from '../../server/load-context'
import { deskCookie, readDeskSession } from '../cookies'
import { refusePage } from '../ente/require-ente'
import { paths } from '../paths'

export interface DeskArgs {
  request: Request
  context: { front: FrontOffice }
}

const addressOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url)
  return `${pathname.replace(/\.data$/, '')}${search.replace(/[?&]_routes=[^&]*/, '')}`
}

/** Who is not signed in goes to the door, and comes back to where they were going. */
const goToSignIn = ({ request, context }: DeskArgs): never => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- React Router's way to leave a loader for another page
  throw redirect(paths.deskSignIn({ verso: request.method === 'GET' ? addressOf(request) : paths.deskTickets() }), {
    status: 303,
    headers: { 'set-cookie': deskCookie('', context.front.secure) },
  })
}

/** A call with the session of the person who asks. Refusals are thrown as they are, for actions that can answer them. */
export const deskCall = async <N extends InternalCallName>(
  args: DeskArgs,
  name: N,
  input: InternalRequest<N>,
): Promise<InternalResponse<N>> => {
  const session = readDeskSession(args.request)
  if (session === null) return goToSignIn(args)
  try {
    return await args.context.front.cms(name, input, session)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'signed-out') return goToSignIn(args)
    throw error
  }
}

/** The same for a page's data: a refusal becomes the page that says why. */
export const deskRead = async <N extends InternalCallName>(
  args: DeskArgs,
  name: N,
  input: InternalRequest<N>,
): Promise<InternalResponse<N>> => {
  try {
    return await deskCall(args, name, input)
  } catch (error) {
    if (error instanceof DomainError) return refusePage(error.code)
    throw error
  }
}
