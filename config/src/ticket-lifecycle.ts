// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the citizen's request is going through. Forwardings and deliveries have lives of their own. */
export const ticketStates = ['new', 'in_progress', 'waiting_citizen', 'forwarded', 'answered', 'closed'] as const
export type TicketState = (typeof ticketStates)[number]

export const ticketMoves = [
  'take',
  'forward',
  'askCitizen',
  'citizenReplies',
  'enteReplies',
  'enteRefuses',
  'answer',
  'reopen',
  'close',
] as const
export type TicketMove = (typeof ticketMoves)[number]

interface Move {
  from: readonly TicketState[]
  to: TicketState
}

const open = ['new', 'in_progress', 'waiting_citizen', 'forwarded'] as const

const moves: Record<TicketMove, Move> = {
  take: { from: ['new', 'waiting_citizen'], to: 'in_progress' },
  forward: { from: ['new', 'in_progress', 'forwarded', 'waiting_citizen'], to: 'forwarded' },
  askCitizen: { from: ['new', 'in_progress', 'forwarded'], to: 'waiting_citizen' },
  citizenReplies: { from: ['waiting_citizen'], to: 'in_progress' },
  /** The last open forwarding was answered: the Ente has first-hand contact with its citizen, nobody stands between. */
  enteReplies: { from: ['forwarded', 'in_progress', 'waiting_citizen'], to: 'answered' },
  /** No open forwarding is left and none was answered: the desk decides what is next. */
  enteRefuses: { from: ['forwarded'], to: 'in_progress' },
  answer: { from: open, to: 'answered' },
  reopen: { from: ['answered'], to: 'in_progress' },
  close: { from: ['answered'], to: 'closed' },
}

export const canMove = (state: TicketState, move: TicketMove): boolean => moves[move].from.includes(state)

/** The state a move leads to, or null when the move is not possible from here. */
export const afterMove = (state: TicketState, move: TicketMove): TicketState | null => (canMove(state, move) ? moves[move].to : null)

/** A request in one of these states is over: a later message does not change it. */
export const isFinal = (state: TicketState): boolean => ticketMoves.every((move) => !canMove(state, move))

/**
 * What a citizen's own message does to the request: it answers a question of the desk, reopens what was answered,
 * changes nothing while somebody is working on it; `refused` when the request is over.
 */
export const onCitizenMessage = (state: TicketState): TicketMove | 'none' | 'refused' => {
  if (isFinal(state)) return 'refused'
  if (canMove(state, 'citizenReplies')) return 'citizenReplies'
  return canMove(state, 'reopen') ? 'reopen' : 'none'
}
