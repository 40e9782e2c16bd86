// SPDX-License-Identifier: AGPL-3.0-or-later
import { chosenEnteHeader, defaultLocale } from '@linea-comune/config'
import { chosenEnte } from './ente/chosen-ente'

/** A draft on its way to the back office, and what that answered. */
interface SentDraft {
  /** uid of the content type. */
  model: string
  documentId: string
  locale: string
  /** Of HTTP; 0 when there was no answer; null while it is being sent. */
  status: number | null
  /** What the back office adds to its sentence: who wrote meanwhile, on 409. */
  details: unknown
}

type Listener = (sent: SentDraft) => void
const listeners = new Set<Listener>()

/**
 * Listeners are called before the content manager knows of the answer. A 401 may be followed by another answer to the same draft:
 * Strapi's client gets itself a new token and sends once more. Returns what ends the listening.
 */
export const onSentDraft = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const draftAddress = /^\/content-manager\/collection-types\/([^/]+)\/([^/]+)(\/actions\/publish)?$/

/**
 * The content manager has no place where its requests and their answers could be seen. So `fetch` itself is wrapped, once, for
 * requests of the panel to its own server: they say for which Ente somebody of several Enti is at work (without it they would be
 * answered for all of them), and whoever is writing hears whether a draft was taken.
 */
export const watchRequests = (): void => {
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { origin, pathname, searchParams } = new URL(request.url)
    if (origin !== window.location.origin) return send(request)
    const code = chosenEnte()
    if (code !== '') request.headers.set(chosenEnteHeader, code)
    const [, model, documentId, publish] = draftAddress.exec(pathname) ?? []
    const writes = request.method === 'PUT' || (request.method === 'POST' && publish !== undefined)
    if (model === undefined || documentId === undefined || !writes) return send(request)
    const locale = searchParams.get('locale') ?? defaultLocale
    const tell = (status: number | null, details?: unknown): void =>
      listeners.forEach((hear) => hear({ model, documentId, locale, status, details }))
    tell(null)
    try {
      const response = await send(request)
      if (response.ok) tell(response.status)
      // Publishing leaves what is on screen alone, except when it is not what lies in the database any more.
      else if (publish === undefined || response.status === 409) tell(response.status, await detailsOf(response))
      return response
    } catch (error) {
      if (publish === undefined) tell(0)
      throw error
    }
  }
}

const detailsOf = async (response: Response): Promise<unknown> => {
  try {
    const { error } = (await response.clone().json()) as { error?: { details?: unknown } }
    return error?.details
  } catch {
    return undefined
  }
}
