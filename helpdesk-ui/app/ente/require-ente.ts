// SPDX-License-Identifier: AGPL-3.0-or-later
import { data, isRouteErrorResponse } from 'react-router'
import { errorStatus, type ErrorCode, type Locale } from '@linea-comune/config'
import { summarisedIn, type EntePage } from '@linea-comune/search'
import type { FrontOffice } from '../../server/load-context'
import { logError } from '../../server/log'
import { askedLocale } from '../asked-locale'
import { paths } from '../paths'

/** An Ente that citizens may still look for here, and where it is to be found now. */
export interface LeftEnte {
  slug: string
  name: string
  /** Empty when it has none. */
  website: string
  locale: Locale
}

/** What a thrown answer carries, so that the error page can tell which sentence to say. */
interface PageFault {
  code: ErrorCode
  left?: LeftEnte
}

/** Ends a loader: the page shows why it cannot be seen, with the status of the code. */
export const refusePage = (code: ErrorCode, facts: Omit<PageFault, 'code'> = {}): never => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- React Router's way to answer with another page and status
  throw data<PageFault>({ code, ...facts }, { status: errorStatus[code] })
}

/** The Ente that a refused page belonged to, when the reason is that it left. */
export const leftEnteOf = (error: unknown): LeftEnte | undefined =>
  isRouteErrorResponse(error) ? (error.data as PageFault | null)?.left : undefined

/** For reads of the knowledge base that failed: logged once, and the page says that it will be back. */
export const orUnavailable =
  (what: string) =>
  (error: unknown): never => {
    logError(what, error)
    return refusePage('unavailable')
  }

interface PageArgs {
  context: { front: FrontOffice }
  params: { ente: string }
  request: Request
}

/**
 * The Ente of this address and the language to speak in, or the page that says why not. Whoever asks for a language gets our own
 * words in it, also from an Ente that does not offer it: its texts fall back and say so.
 */
export const requireEnte = async ({ context, params, request }: PageArgs): Promise<{ ente: EntePage; locale: Locale }> => {
  const ente = await context.front.enti.bySlug(params.ente).catch(orUnavailable('enti'))
  if (ente === null) return refusePage('unknown-ente')
  const locale = askedLocale(request)
  const { slug, name, website } = ente
  if (ente.lifecycle === 'left' && !isKept(new URL(request.url).pathname, slug))
    refusePage('ente-left', { left: { slug, name, locale, website: /^https?:\/\//i.test(website) ? website : '' } })
  return { ente: summarisedIn(ente, locale), locale }
}

/** Whoever wrote while the Ente took part may read the answer after it left, and what becomes of their data. */
const isKept = (pathname: string, slug: string): boolean =>
  [paths.tickets(slug), paths.privacy(slug), paths.legalNotes(slug)].some((kept) => pathname.startsWith(kept)) &&
  !pathname.startsWith(paths.newTicket(slug))
