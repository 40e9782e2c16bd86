// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import { defaultLocale, isLocale, type ErrorCode, type Locale } from '@linea-comune/config'
import type { EntePage } from '@linea-comune/search'
import type { FrontOffice } from '../../server/load-context'

/** What a thrown answer carries, so that the error page can tell which sentence to say. */
export interface PageFault {
  code: ErrorCode
}

export const pageFault = (code: ErrorCode, status: number) => data<PageFault>({ code }, { status })

interface PageArgs {
  context: { front: FrontOffice }
  params: { ente: string }
  request: Request
}

/** The Ente of this address, in the language asked for when the Ente has it; or the page that says why not. */
export const requireEnte = async ({ context, params, request }: PageArgs): Promise<{ ente: EntePage; locale: Locale }> => {
  const ente = await context.front.enti.bySlug(params.ente).catch(() => {
    throw pageFault('unavailable', 503)
  })
  if (ente === null) throw pageFault('unknown-ente', 404)
  const asked = new URL(request.url).searchParams.get('lang')
  return { ente, locale: isLocale(asked) && ente.languages.includes(asked) ? asked : defaultLocale }
}
