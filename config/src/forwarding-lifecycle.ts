// SPDX-License-Identifier: AGPL-3.0-or-later

/** One per request, Ente and office. `delivered` begins the Ente's clock. */
export const forwardingStates = ['queued', 'delivered', 'taken', 'answered', 'refused', 'undeliverable', 'withdrawn'] as const
export type ForwardingState = (typeof forwardingStates)[number]

export const forwardingMoves = ['deliver', 'giveUp', 'take', 'answer', 'refuse', 'withdraw'] as const
export type ForwardingMove = (typeof forwardingMoves)[number]

const open = ['queued', 'delivered', 'taken', 'undeliverable'] as const

const moves: Record<ForwardingMove, { from: readonly ForwardingState[]; to: ForwardingState }> = {
  deliver: { from: ['queued', 'undeliverable'], to: 'delivered' },
  giveUp: { from: ['queued'], to: 'undeliverable' },
  // A link may be opened before the transport's own receipt is written down: what the Ente does counts.
  take: { from: ['queued', 'delivered', 'undeliverable'], to: 'taken' },
  answer: { from: open, to: 'answered' },
  refuse: { from: open, to: 'refused' },
  withdraw: { from: open, to: 'withdrawn' },
}

export const canMoveForwarding = (state: ForwardingState, move: ForwardingMove): boolean => moves[move].from.includes(state)

export const afterForwardingMove = (state: ForwardingState, move: ForwardingMove): ForwardingState | null =>
  canMoveForwarding(state, move) ? moves[move].to : null

/** Still waiting for the Ente. */
export const isForwardingOpen = (state: ForwardingState): boolean => open.some((s) => s === state)

/** What an Ente may do from its signed link. */
export const linkActions = ['take', 'answer', 'refuse'] as const satisfies readonly ForwardingMove[]
export type LinkAction = (typeof linkActions)[number]

/** A signed link opens for this long after the request was forwarded. */
export const signedLinkDays = 30
