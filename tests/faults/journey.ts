// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { Refused } from '../support/back-office.js'
import type { MailCatcher } from '../support/smtp.js'
import type { System } from '../support/system.js'
import { until } from '../support/until.js'
import type { WebhookReceiver } from '../support/webhook-receiver.js'
import type { Desk } from './set-up-desk.js'

export interface Journey {
  number: string
  citizen: string
  channel: 'email' | 'webhook'
  question: string
  answer: string
}

interface Outside {
  mail: MailCatcher
  webhooks: WebhookReceiver
}

/** Sends a form as a browser does, again and again until some page comes back that is not a failure. */
const post = (system: System, path: string, address: string, fields: Record<string, string>): Promise<string> =>
  until(
    `an answer to ${path}`,
    async () => {
      try {
        const response = await fetch(`${system.url}${path}`, {
          method: 'POST',
          headers: { origin: system.url, 'x-forwarded-for': address },
          body: new URLSearchParams(fields),
          signal: AbortSignal.timeout(10_000),
        })
        const page = await response.text()
        return response.status < 500 && response.status !== 429 ? page : null
      } catch {
        return null
      }
    },
    120_000,
  )

/** One request, from the citizen's form to the Ente's answer. Whatever was acknowledged on the way must still be there at the end. */
export const driveTicket = async (system: System, desk: Desk, outside: Outside, index: number): Promise<Journey> => {
  const channel = index % 2 === 0 ? 'email' : 'webhook'
  const citizen = `cittadino-${String(index)}@posta.example`
  const question = `Domanda numero ${String(index)}: chi pulisce il tombino davanti a casa mia?`
  const answer = `Risposta numero ${String(index)}: passiamo domani.`
  const address = `198.51.100.${String(index % 250)}`
  const page = await post(system, `/${desk.enteSlug}/richieste/nuova`, address, {
    submissionId: randomUUID(),
    text: question,
    name: `Cittadino ${String(index)}`,
    email: citizen,
    phone: '',
    privacy: 'on',
  })
  const number = /LC-\d{4}-\d{6}-\d/.exec(page)?.[0]
  if (number === undefined) throw new Error(`the form of ticket ${String(index)} was answered without a number:\n${page.slice(0, 2000)}`)

  await forward(desk, number, desk.offices[channel])
  const token = await until(`the link of ${number}`, () => findLink(outside, number, channel), 180_000)
  await post(system, `/inoltri/${token}`, address, { action: 'answer', text: answer, signature: 'Ufficio' })
  return { number, citizen, channel, question, answer }
}

/** A desk that got no answer looks whether its click counted before it clicks again. */
const forward = async (desk: Desk, number: string, office: string): Promise<void> => {
  for (;;) {
    const ticket = await desk.call('readTicket', { number }, desk.session)
    if (ticket.forwardings.length > 0) return
    try {
      await desk.call('forwardTicket', { number, version: ticket.version, office }, desk.session)
      return
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'changed-meanwhile') throw error
    }
  }
}

const findLink = ({ mail, webhooks }: Outside, number: string, channel: 'email' | 'webhook'): string | undefined => {
  const text =
    channel === 'email'
      ? mail.received.find((m) => m.subject.includes(number) && m.text.includes('/inoltri/'))?.text
      : webhooks.received.find((w) => w.data.ticket_number === number)?.data.link
  return /\/inoltri\/([\w-]+)/.exec(text ?? '')?.[1]
}
