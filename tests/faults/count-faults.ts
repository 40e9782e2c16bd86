// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskTicket } from '@linea-comune/config'
import type { MailCatcher } from '../support/smtp.js'
import type { WebhookReceiver } from '../support/webhook-receiver.js'
import type { Journey } from './journey.js'
import type { Desk } from './set-up-desk.js'

interface Run {
  journeys: Journey[]
  desk: Desk
  mail: MailCatcher
  webhooks: WebhookReceiver
  kills: number
  stuck: number
}

/** What the delivery worker may have had under way when it was killed. */
const sendsInFlight = 4

/** What the world saw of one event: the same event must always come under the same id, and with the same bytes. */
interface Seen {
  event: string
  id: string
  bytes: string
}

const seen = ({ mail, webhooks }: Run): Seen[] => [
  ...mail.received.map((m) => ({ event: `${m.to} ${m.subject}`, id: m.messageId, bytes: m.bytes })),
  ...webhooks.received.map((w) => ({ event: `${w.type} ${w.data.ticket_number}`, id: w.id, bytes: w.body })),
]

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return [...groups.values()]
}

/** Effects in our own database that did not happen exactly once. */
const wrongEffects = (ticket: DeskTicket, journey: Journey): string[] => {
  const events = (type: string): number => ticket.events.filter((event) => event.type === type).length
  const expected: [string, number, number][] = [
    ['received', events('ticket.received'), 1],
    ['forwarded', events('ticket.forwarded'), 1],
    ['forwardings', ticket.forwardings.length, 1],
    ['answered by the Ente', events('ticket.ente_replied'), 1],
    ['question in the thread', ticket.messages.filter((m) => m.text === journey.question).length, 1],
    ['answer in the thread', ticket.messages.filter((m) => m.text === journey.answer).length, 1],
    ['messages to the citizen', ticket.deliveries.filter((d) => d.destination === journey.citizen).length, 2],
    ['messages to the Ente', ticket.deliveries.filter((d) => d.event === 'request.forwarded').length, 1],
    ['messages in all', ticket.deliveries.length, 3],
  ]
  const wrong = expected
    .filter(([, found, right]) => found !== right)
    .map(([what, found, right]) => `${what}: ${String(found)} instead of ${String(right)}`)
  return ticket.state === 'answered' ? wrong : [...wrong, `state ${ticket.state}`]
}

/** Compares what was acknowledged with what arrived and with what is stored. True when nothing is wrong. */
export const countFaults = async (run: Run): Promise<boolean> => {
  const { journeys, desk, mail, webhooks, kills, stuck } = run
  const lost: string[] = []
  const wrong: string[] = []
  for (const journey of journeys) {
    const ticket = await desk.call('readTicket', { number: journey.number }, desk.session).catch(() => null)
    if (ticket === null) {
      lost.push(`${journey.number}: acknowledged and not there`)
      continue
    }
    wrong.push(...wrongEffects(ticket, journey).map((fault) => `${journey.number}: ${fault}`))
    const toCitizen = mail.received.filter((m) => m.to === journey.citizen)
    if (!toCitizen.some((m) => m.text.includes(journey.question))) lost.push(`${journey.number}: no confirmation`)
    if (!toCitizen.some((m) => m.text.includes(journey.answer))) lost.push(`${journey.number}: no answer`)
  }
  const doubled = journeys.length - new Set(journeys.map((j) => j.number)).size
  const all = seen(run)
  const conflicting =
    groupBy(all, (s) => s.event).filter((group) => new Set(group.map((s) => s.id)).size > 1).length +
    groupBy(all, (s) => s.id).filter((group) => new Set(group.map((s) => s.bytes)).size > 1).length +
    doubled
  const repeated = all.length - new Set(all.map((s) => s.id)).size
  const most = kills * sendsInFlight

  for (const fault of [...lost, ...wrong, ...webhooks.forged].slice(0, 40)) process.stdout.write(`  ${fault}\n`)
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  print(`tickets ${String(journeys.length)}, kills ${String(kills)}, messages ${String(all.length)}`)
  print(
    `effects in the database that did not happen exactly once: ${String(wrong.length)}; forged signatures: ${String(webhooks.forged.length)}`,
  )
  print(
    `lost ${String(lost.length)}, conflicting ${String(conflicting)}, repeated ${String(repeated)} (at most ${String(most)}), stuck ${String(stuck)}`,
  )
  return lost.length === 0 && conflicting === 0 && stuck === 0 && wrong.length === 0 && webhooks.forged.length === 0 && repeated <= most
}
