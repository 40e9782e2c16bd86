// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import { errorStatus, type ErrorCode, type Locale } from '@linea-comune/config'
import { summarisedIn, type EntePage } from '@linea-comune/search'
import type { FrontOffice } from '../../server/load-context'
import { logError } from '../../server/log'
import { askedLocale } from '../asked-locale'

/** What a thrown answer carries, so that the error page can tell which sentence to say. */
interface PageFault {
  code: ErrorCode
}

/** Ends a loader: the page shows why it cannot be seen, with the status of the code. */
export const refusePage = (code: ErrorCode): never => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- React Router's way to answer with another page and status
  throw data<PageFault>({ code }, { status: errorStatus[code] })
}

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
  return { ente: summarisedIn(ente, locale), locale }
}
