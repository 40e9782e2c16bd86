// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeliveryState, ForwardingState, TicketState } from '@linea-comune/config'
import { deliveryStateNames, forwardingStateNames, ticketStateNames } from './desk-sentences'

type Tone = 'todo' | 'doing' | 'waiting' | 'good' | 'bad' | 'quiet'

const ticketTones: Record<TicketState, Tone> = {
  new: 'todo',
  in_progress: 'doing',
  waiting_citizen: 'waiting',
  forwarded: 'waiting',
  answered: 'good',
  closed: 'quiet',
}
const forwardingTones: Record<ForwardingState, Tone> = {
  queued: 'waiting',
  delivered: 'waiting',
  taken: 'doing',
  answered: 'good',
  refused: 'bad',
  undeliverable: 'bad',
  withdrawn: 'quiet',
}
const deliveryTones: Record<DeliveryState, Tone> = { queued: 'waiting', leased: 'doing', accepted: 'good', dead: 'bad', cancelled: 'quiet' }

const Badge = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`badge lcd-badge lcd-badge-${tone}`}>{children}</span>
)

export const TicketBadge = ({ state }: { state: TicketState }) => <Badge tone={ticketTones[state]}>{ticketStateNames[state]}</Badge>
export const ForwardingBadge = ({ state }: { state: ForwardingState }) => (
  <Badge tone={forwardingTones[state]}>{forwardingStateNames[state]}</Badge>
)
export const DeliveryBadge = ({ state }: { state: DeliveryState }) => <Badge tone={deliveryTones[state]}>{deliveryStateNames[state]}</Badge>
