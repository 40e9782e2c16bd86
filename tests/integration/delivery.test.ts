// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fromBackOffice, openFederation, type Federation } from '../support/federation.js'
import { catchMail, type MailCatcher } from '../support/smtp.js'
import { until } from '../support/until.js'
import { receiveWebhooks, type WebhookReceiver } from '../support/webhook-receiver.js'

const webhookSecret = `whsec_${Buffer.from('a secret of these tests, 32 bytes').toString('base64')}`

describe('a delivery', () => {
  let mail: MailCatcher
  let webhooks: WebhookReceiver
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  let webhookOffice: string
  beforeAll(async () => {
    mail = await catchMail()
    webhooks = await receiveWebhooks(webhookSecret)
    federation = await openFederation({
      SMTP_URL: mail.url,
      SMTP_ALLOW_CLEAR: 'true',
      WEBHOOK_ALLOW_CIDR: '127.0.0.0/8',
      WEBHOOK_ALLOW_HTTP: 'true',
    })
    await federation.strapi
      .documents('api::ente.ente')
      .create({ data: { code: 'c_w', slug: 'comune-w', name: 'Comune W', lifecycle: 'active', webhookUrl: webhooks.url, webhookSecret } })
    webhookOffice = (
      await federation.strapi
        .documents('api::office.office')
        .create({ data: { name: 'Protocollo', enteCode: 'c_w', forwardingChannel: 'webhook' } })
    ).documentId
    worker = federation.startDelivery()
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await webhooks.stop()
    await mail.stop()
  })
  beforeEach(() => {
    mail.refuseWith(null)
    webhooks.answerWith(204)
  })

  const openTicket = async (email: string, ente = 'comune-a'): Promise<string> => {
    const form = {
      submissionId: randomUUID(),
      ente,
      locale: 'it' as const,
      text: 'Una domanda.',
      name: 'Anna',
      email,
      privacy: true as const,
    }
    return (await federation.call('createTicket', form)).number
  }
  const deliveriesOf = async (number: string) => (await federation.call('readTicket', { number }, federation.operator)).deliveries
  const forward = async (number: string, office: string): Promise<void> => {
    const { version } = await federation.call('readTicket', { number }, federation.operator)
    await federation.call('forwardTicket', { number, version, office }, federation.operator)
  }
  /** Waits until the first delivery of a ticket that was tried is in this state. */
  const triedAs = (number: string, state: string, event = 'ticket.received') =>
    until(`a delivery of ${number} to be ${state}`, async () =>
      (await deliveriesOf(number)).find((d) => d.event === event && d.state === state && d.attempts > 0),
    )

  test('by mail arrives with its own id, from the centre, to the citizen alone', async () => {
    const number = await openTicket('carla@posta.example')
    const delivery = await triedAs(number, 'accepted')
    const [received] = mail.received.filter((m) => m.to === 'carla@posta.example')
    expect(received?.messageId).toBe(`<${delivery.id}@localhost.localdomain>`)
    expect(received?.subject).toBe(`Richiesta ${number} ricevuta`)
  })

  test('that the server puts off is tried again later, with the same id and the same bytes', async () => {
    mail.refuseWith(451)
    const number = await openTicket('dario@posta.example')
    const { id, nextAttemptAt } = await triedAs(number, 'queued')
    expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(Date.now())
    mail.refuseWith(null)
    await federation.call('retryDelivery', { id }, federation.operator)
    await triedAs(number, 'accepted')
    const { history } = await federation.call('readDelivery', { id }, federation.operator)
    expect(history.map((attempt) => attempt.outcome)).toEqual(['retry', 'accepted'])
    expect(history[0]?.detail).toContain('451')
  })

  test('that the server refuses for good is dead, visible, and can be sent again by a person', async () => {
    mail.refuseWith(550)
    const number = await openTicket('nessuno@posta.example')
    const { id } = await triedAs(number, 'dead')
    const dead = await federation.call('listDeliveries', { state: 'dead' }, federation.operator)
    expect(dead.deliveries.map((d) => d.id)).toContain(id)
    expect((await federation.call('readTicket', { number }, federation.operator)).events.map((e) => e.type)).toContain(
      'ticket.undeliverable',
    )
    mail.refuseWith(null)
    await federation.call('retryDelivery', { id }, federation.operator)
    expect((await triedAs(number, 'accepted')).id).toBe(id)
  })

  test('whose body is personal is not shown at the desk once a real mail server is used', async () => {
    const [delivery] = await deliveriesOf(await openTicket('ezio@posta.example'))
    expect((await federation.call('readDelivery', { id: delivery?.id ?? '' }, federation.operator)).body).toBeNull()
  })

  test('by webhook is signed, carries ids and a link and nothing personal', async () => {
    const number = await openTicket('fabio@posta.example', 'comune-w')
    await forward(number, webhookOffice)
    await triedAs(number, 'accepted', 'request.forwarded')
    const received = webhooks.received.find((w) => w.data.ticket_number === number)
    expect(received).toMatchObject({ type: 'request.forwarded', data: { event_id: received?.id } })
    expect(received?.body).not.toMatch(/Anna|fabio|Una domanda/)
    expect(webhooks.forged).toEqual([])
  })

  test('by webhook to a server that fails is tried again under the same id', async () => {
    webhooks.answerWith(503)
    const number = await openTicket('gina@posta.example', 'comune-w')
    await forward(number, webhookOffice)
    const { id } = await triedAs(number, 'queued', 'request.forwarded')
    webhooks.answerWith(200)
    await federation.call('retryDelivery', { id }, federation.operator)
    await triedAs(number, 'accepted', 'request.forwarded')
    const ids = webhooks.received.filter((w) => w.data.ticket_number === number).map((w) => w.id)
    expect(ids.length).toBe(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('by webhook follows no redirect', async () => {
    webhooks.answerWith(302, { location: `${webhooks.url}/altrove` })
    const number = await openTicket('ivo@posta.example', 'comune-w')
    await forward(number, webhookOffice)
    const { id } = await triedAs(number, 'queued', 'request.forwarded')
    const { history } = await federation.call('readDelivery', { id }, federation.operator)
    expect(history[0]).toMatchObject({ outcome: 'configuration', detail: expect.stringContaining('302') as string })
    expect(webhooks.received.filter((w) => w.data.ticket_number === number)).toHaveLength(1)
  })

  test('to one receiver waits for the one before it, and other receivers do not wait', async () => {
    mail.refuseWith(451)
    const number = await openTicket('lia@posta.example')
    await triedAs(number, 'queued')
    const { version } = await federation.call('readTicket', { number }, federation.operator)
    await federation.call('moveTicket', { number, version, move: 'answer', text: 'Ecco.' }, federation.operator)
    mail.refuseWith(null)
    const other = await openTicket('mara@posta.example')
    await triedAs(other, 'accepted')
    const [first, second] = await deliveriesOf(number)
    expect([second?.state, second?.attempts]).toEqual(['queued', 0])
    await federation.call('retryDelivery', { id: first?.id ?? '' }, federation.operator)
    await triedAs(number, 'accepted', 'ticket.answered')
    expect(mail.received.filter((m) => m.to === 'lia@posta.example').map((m) => m.subject.includes('ricevuta'))).toEqual([true, false])
  })

  test('that a worker of this machine held when it died goes to another worker at once, long before its lease ends', async () => {
    await worker.stop()
    const number = await openTicket('nino@posta.example')
    const { workerName } = fromBackOffice<{ workerName: string }>('delivery/claim.js')
    const gone = spawnSync(process.execPath, ['--version']).pid
    const lease = {
      state: 'leased',
      worker: workerName.replace(/\|\d+\|.*/, `|${String(gone)}|x`),
      leaseUntil: new Date(Date.now() + 3_600_000).toISOString(),
    }
    await federation.strapi.db.query('api::delivery.delivery').updateMany({ where: { ticketNumber: number }, data: lease })
    worker = federation.startDelivery()
    await triedAs(number, 'accepted')
    expect(mail.received.filter((m) => m.to === 'nino@posta.example')).toHaveLength(1)
  })

  test('that was withdrawn before it left stays here', async () => {
    await worker.stop()
    const number = await openTicket('olga@posta.example')
    await forward(number, federation.offices.anagrafe)
    const { version } = await federation.call('readTicket', { number }, federation.operator)
    await federation.call('moveTicket', { number, version, move: 'answer', text: 'Risolto.' }, federation.operator)
    worker = federation.startDelivery()
    await triedAs(number, 'accepted', 'ticket.answered')
    expect((await deliveriesOf(number)).find((d) => d.event === 'request.forwarded')?.state).toBe('cancelled')
  })

  test('that was sent keeps nothing of what it said, nor any link', async () => {
    const number = await openTicket('pia@posta.example')
    await triedAs(number, 'accepted')
    const rows = await federation.strapi.db.query('api::delivery.delivery').findMany({ where: { ticketNumber: number } })
    expect(rows.map((row) => row.payload)).toEqual([{}])
  })

  test('by webhook counts as made by its status, however long the answer is', async () => {
    webhooks.answerWith(200, {}, 'x'.repeat(300_000))
    const number = await openTicket('quinto@posta.example', 'comune-w')
    await forward(number, webhookOffice)
    await triedAs(number, 'accepted', 'request.forwarded')
  })

  test('is sent once by two workers that share the table', async () => {
    const second = federation.startDelivery()
    const numbers = await Promise.all(Array.from({ length: 12 }, (_, n) => openTicket(`gruppo-${String(n)}@posta.example`)))
    for (const number of numbers) await triedAs(number, 'accepted')
    await second.stop()
    const sent = mail.received.filter((m) => m.to.startsWith('gruppo-'))
    expect(sent).toHaveLength(12)
    expect(new Set(sent.map((m) => m.messageId)).size).toBe(12)
  })

  test('of Strapi’s own mail leaves by the same door', async () => {
    const strapi = federation.strapi as unknown as {
      plugin: (name: string) => { service: (name: string) => { send: (mail: Record<string, string>) => Promise<void> } }
    }
    await strapi
      .plugin('email')
      .service('email')
      .send({ to: 'nuova@a.example', subject: 'Invito', text: 'Entra con questo collegamento: http://x/y' })
    const received = await until('the invitation', () => mail.received.find((m) => m.to === 'nuova@a.example'))
    expect(received.text).toContain('http://x/y')
  })
})
