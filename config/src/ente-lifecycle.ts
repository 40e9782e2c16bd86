// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * How an Ente takes part. `known`: the federation knows its name and addresses, as of the national index, and nothing more.
 * `left`: it took part once; its content stays in the database and exports whole.
 */
export const enteLifecycles = ['known', 'active', 'suspended', 'left'] as const
export type EnteLifecycle = (typeof enteLifecycles)[number]

interface Participation {
  /** Citizens find it among the Enti, and read and search what it wrote. */
  shown: boolean
  /** Its address still says what became of it. */
  remembered: boolean
  /** Citizens may write to it. */
  takesTickets: boolean
}

const participation: Record<EnteLifecycle, Participation> = {
  known: { shown: false, remembered: false, takesTickets: false },
  active: { shown: true, remembered: true, takesTickets: true },
  suspended: { shown: true, remembered: true, takesTickets: false },
  left: { shown: false, remembered: true, takesTickets: false },
}

export const isShown = (lifecycle: EnteLifecycle): boolean => participation[lifecycle].shown
export const isRemembered = (lifecycle: EnteLifecycle): boolean => participation[lifecycle].remembered
export const takesTickets = (lifecycle: EnteLifecycle): boolean => participation[lifecycle].takesTickets

/** Those whose content is for citizens. */
export const shownLifecycles: readonly EnteLifecycle[] = enteLifecycles.filter(isShown)
