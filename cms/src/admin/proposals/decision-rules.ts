// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Difference, PanelResponse } from '@linea-comune/config'

/** A text in each language in which it changes: it is accepted in all of them or in none. */
export type Group = readonly [Difference, ...Difference[]]

export const byField = (differences: readonly Difference[]): Group[] => {
  const groups = new Map<string, [Difference, ...Difference[]]>()
  for (const difference of differences) {
    const group = groups.get(difference.field)
    if (group === undefined) groups.set(difference.field, [difference])
    else group.push(difference)
  }
  return [...groups.values()]
}

/** What is chosen to begin with: everything but where the Ente has words of its own. */
export const suggested = (differences: readonly Difference[]): Set<string> =>
  new Set(byField(differences).flatMap((group) => (group.every(({ own }) => own === null) ? [group[0].field] : [])))

interface Publishing {
  mayPublish: boolean
  canPublishAtOnce: boolean
  publish: boolean
}

/** Said before anybody presses a button. */
export const whatHappens = ({ mayPublish, canPublishAtOnce, publish }: Publishing): string => {
  if (!mayPublish)
    return 'Quello che accetti va in bozza. I cittadini lo leggono quando lo pubblica chi è responsabile della pubblicazione.'
  if (!canPublishAtOnce)
    return 'La scheda è ancora in bozza o ha altre modifiche non pubblicate: quello che accetti va nella bozza, e la pubblichi tu quando è pronta.'
  return publish
    ? 'I cittadini leggono subito quello che accetti.'
    : 'Quello che accetti va in bozza. I cittadini lo leggono quando lo pubblichi.'
}

const results: Record<string, string> = {
  accepted: 'Hai accettato tutto.',
  partly: 'Hai accettato le parti scelte; il resto è rimasto com’era.',
  declined: 'Hai rifiutato l’aggiornamento. La tua pagina è rimasta com’era.',
}

export const whatHappened = ({ state, published }: Pick<PanelResponse<'decideProposal'>, 'state' | 'published'>): string => {
  const result = results[state] ?? ''
  if (state === 'declined') return result
  return `${result} ${published ? 'I cittadini leggono già il nuovo testo.' : 'È in bozza: i cittadini lo leggono quando viene pubblicato.'}`
}
