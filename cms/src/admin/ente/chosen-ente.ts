// SPDX-License-Identifier: AGPL-3.0-or-later
import { chosenEnteHeader } from '@linea-comune/config'

const key = 'linea-comune-ente'

/** Code of the Ente for which somebody of several Enti is at work in this browser; empty for all of theirs. */
export const chosenEnte = (): string => window.localStorage.getItem(key) ?? ''

/** Everything on screen belongs to the Ente of before: the panel starts again. */
export const chooseEnte = (code: string): void => {
  if (code === '') window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, code)
  window.location.reload()
}

export const forgetChosenEnte = (): void => window.localStorage.removeItem(key)

/**
 * The content manager has no place where a header could be added to its requests, and a request without it would be answered for all
 * the person's Enti. So `fetch` itself is wrapped, once, for requests of the panel to its own server.
 */
export const sendChosenEnte = (): void => {
  const send = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const code = chosenEnte()
    const request = new Request(input, init)
    if (code !== '' && new URL(request.url).origin === window.location.origin) request.headers.set(chosenEnteHeader, code)
    return send(request)
  }
}
