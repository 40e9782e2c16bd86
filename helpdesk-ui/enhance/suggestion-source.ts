// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QuestionSuggestion, QuestionSuggestionsResponse } from '@linea-comune/config'

/** A server that did not answer is left alone for a while. */
const quietMs = 10_000

export interface SuggestionSource {
  /** What is suggested for a text; null when that is not known, or not wanted any more. */
  ask(q: string): Promise<readonly QuestionSuggestion[] | null>
  /** Whatever is still on its way comes too late. */
  forget(): void
}

/** Asks our own server, one text at a time: a new one puts an end to the one before, so that answers never come out of order. */
export const createSuggestionSource = (address: string): SuggestionSource => {
  let asking = new AbortController()
  let quietUntil = 0
  const forget = (): void => asking.abort()
  return {
    forget,
    ask: async (q) => {
      forget()
      if (!navigator.onLine || Date.now() < quietUntil) return null
      asking = new AbortController()
      const { signal } = asking
      try {
        const response = await fetch(`${address}&q=${encodeURIComponent(q)}`, { signal })
        if (!response.ok) throw new Error(String(response.status))
        // By the contract in config, which this script does not carry along.
        const { items } = (await response.json()) as QuestionSuggestionsResponse
        return signal.aborted ? null : items
      } catch {
        // Nothing is lost: the question can be asked as it stands.
        if (!signal.aborted) quietUntil = Date.now() + quietMs
        return null
      }
    },
  }
}
