// SPDX-License-Identifier: AGPL-3.0-or-later
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
