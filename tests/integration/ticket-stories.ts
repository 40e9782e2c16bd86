// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InternalRequest } from '@linea-comune/config'
import { Refused } from '../support/back-office.js'
import { fromBackOffice, openFederation, type Federation } from '../support/federation.js'
import { capturedMail, linkIn, mailTo } from '../support/mailbox.js'

/** What must hold of a ticket on every database. */
export const describeTickets = (database: string, env: () => Promise<Record<string, string>>): void => {
  let federation: Federation
  beforeAll(async () => {
    federation = await openFederation(await env())
  })
  afterAll(() => federation.stop())

  type Form = InternalRequest<'createTicket'>
  const form = (change: Partial<Form> = {}): Form => ({
    submissionId: randomUUID(),
    ente: 'comune-a',
    locale: 'it',
    text: 'Il lampione davanti alla scuola è spento da giorni.',
    name: 'Anna Bianchi',
    email: 'anna@posta.example',
    privacy: true,
    ...change,
  })
  const openTicket = (change?: Partial<Form>) => federation.call('createTicket', form(change))
  const atDesk = (number: string, session = federation.operator) => federation.call('readTicket', { number }, session)
  const move = async (number: string, what: InternalRequest<'moveTicket'>['move'], text?: string, session = federation.operator) =>
    federation.call(
      'moveTicket',
      { number, version: (await atDesk(number, session)).version, move: what, ...(text !== undefined && { text }) },
      session,
    )
  const forward = async (number: string, office = federation.offices.anagrafe) =>
    federation.call('forwardTicket', { number, version: (await atDesk(number)).version, office, note: 'Grazie!' }, federation.operator)
  const asCitizen = async ({ number, secret }: { number: string; secret: string }) =>
    federation.call('openTicket', { number, key: { secret } })
  const refusal = async (attempt: Promise<unknown>): Promise<string> => {
    try {
      await attempt
      return 'accepted'
    } catch (error) {
      if (error instanceof Refused) return error.code
      throw error
    }
  }

  describe(`a ticket, on ${database}`, () => {
    test('the same form sent many times at once is one ticket, with the same keys', async () => {
      const twice = form()
      const answers = await Promise.all(Array.from({ length: 6 }, () => federation.call('createTicket', twice)))
      expect(new Set(answers.map((a) => `${a.number} ${a.secret} ${a.code}`)).size).toBe(1)
      const { events, messages, deliveries } = await atDesk(answers[0]?.number ?? '')
      expect([events.length, messages.length, deliveries.length]).toEqual([1, 1, 1])
    })

    test('another text under the same submission is refused and changes nothing', async () => {
      const first = form()
      const { number } = await federation.call('createTicket', first)
      expect(await refusal(federation.call('createTicket', { ...first, text: 'altro' }))).toBe('submission-reused')
      expect((await atDesk(number)).messages).toHaveLength(1)
    })

    test('many at once get numbers without a gap and without a double', async () => {
      const numbers = (await Promise.all(Array.from({ length: 10 }, () => openTicket())))
        .map((t) => Number(t.number.slice(8, 14)))
        .sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: 10 }, (_, n) => (numbers[0] ?? 0) + n))
    })

    test.each([
      ['an unknown Ente', { ente: 'nessuno' }, 'unknown-ente'],
      ['an Ente that is suspended', { ente: 'comune-c' }, 'ente-not-active'],
      ['no text', { text: ' ' }, 'invalid-input'],
      ['a wrong e-mail', { email: 'anna@' }, 'invalid-input'],
    ])('for %s is refused and nothing of it is kept', async (_what, change, code) => {
      const before = await federation.strapi.db.query('api::ticket.ticket').count()
      expect(await refusal(openTicket(change))).toBe(code)
      expect(await federation.strapi.db.query('api::ticket.ticket').count()).toBe(before)
    })

    test('can be read with its secret, or with number and code however they are typed', async () => {
      const ticket = await openTicket()
      expect((await asCitizen(ticket)).ticket.messages[0]?.text).toContain('lampione')
      const typed = {
        number: ticket.number.toLowerCase().replaceAll('-', ' '),
        key: { code: `${ticket.code.slice(0, 4)}-${ticket.code.slice(4)}`.toLowerCase() },
      }
      expect((await federation.call('openTicket', typed)).ticket.number).toBe(ticket.number)
    })

    test('closes itself to codes after five wrong ones, and still opens with its secret', async () => {
      const ticket = await openTicket()
      const guess = () => refusal(federation.call('openTicket', { number: ticket.number, key: { code: 'ZZZZ-ZZZZ' } }))
      const answers = []
      for (let n = 0; n < 6; n++) answers.push(await guess())
      expect(answers).toEqual([...Array<string>(4).fill('wrong-credentials'), 'too-many-attempts', 'too-many-attempts'])
      expect(await refusal(federation.call('openTicket', { number: ticket.number, key: { code: ticket.code } }))).toBe('too-many-attempts')
      expect((await asCitizen(ticket)).ticket.number).toBe(ticket.number)
    })

    test('answers guesses at a number that does not exist as it answers those at one that does', async () => {
      const { formatTicketNumber } = fromBackOffice<{ formatTicketNumber: (year: number, running: number) => string }>(
        'tickets/ticket-number.js',
      )
      const number = formatTicketNumber(2026, 888_888)
      const guess = () => refusal(federation.call('openTicket', { number, key: { code: 'ZZZZ-ZZZZ' } }))
      const answers = []
      for (let n = 0; n < 6; n++) answers.push(await guess())
      expect(answers).toEqual([...Array<string>(4).fill('wrong-credentials'), 'too-many-attempts', 'too-many-attempts'])
    })

    test('sounds the same to a wrong key as a number that does not exist', async () => {
      const { number } = await openTicket()
      const wrong = await refusal(federation.call('openTicket', { number, key: { secret: 'x'.repeat(22) } }))
      const unknown = await refusal(federation.call('openTicket', { number: 'LC-2026-999999-9', key: { secret: 'x'.repeat(22) } }))
      expect([wrong, unknown]).toEqual(['wrong-credentials', 'wrong-credentials'])
    })

    test('that the desk answered is answered for the citizen, who can reopen it by writing', async () => {
      const ticket = await openTicket()
      await move(ticket.number, 'take')
      await move(ticket.number, 'answer', 'Lo ripariamo lunedì.')
      const { grant, ticket: seen } = await asCitizen(ticket)
      expect([seen.state, seen.messages.at(-1)?.text]).toEqual(['answered', 'Lo ripariamo lunedì.'])
      const reply = { grant, submissionId: randomUUID(), text: 'È ancora spento.' }
      expect((await federation.call('replyTicket', reply)).state).toBe('in_progress')
      // Sent twice, written once.
      expect((await federation.call('replyTicket', reply)).messages).toHaveLength(3)
    })

    test('takes what two people write at the same moment, one after the other', async () => {
      const ticket = await openTicket()
      const { grant } = await asCitizen(ticket)
      const reply = (text: string, submissionId = randomUUID()) => refusal(federation.call('replyTicket', { grant, submissionId, text }))
      const same = randomUUID()
      expect(await Promise.all([reply('uno'), reply('due'), reply('tre'), reply('ancora', same), reply('ancora', same)])).toEqual(
        Array(5).fill('accepted'),
      )
      expect((await asCitizen(ticket)).ticket.messages).toHaveLength(5)
    })

    test('that is closed takes no more messages', async () => {
      const ticket = await openTicket()
      await move(ticket.number, 'answer', 'Fatto.')
      const { grant } = await asCitizen(ticket)
      await move(ticket.number, 'close')
      expect(await refusal(federation.call('replyTicket', { grant, submissionId: randomUUID(), text: 'ancora' }))).toBe('move-not-possible')
      expect(await refusal(move(ticket.number, 'answer', 'ancora'))).toBe('move-not-possible')
    })

    test('shows its notes to the desk and never to the citizen', async () => {
      const ticket = await openTicket()
      await move(ticket.number, 'note', 'Ha già chiamato tre volte.')
      expect((await atDesk(ticket.number)).messages.map((m) => m.visibility)).toContain('internal')
      expect(JSON.stringify((await asCitizen(ticket)).ticket)).not.toContain('tre volte')
    })

    test('changed by somebody else meanwhile is not changed over their head', async () => {
      const { number } = await openTicket()
      const { version } = await atDesk(number)
      await move(number, 'take')
      expect(await refusal(federation.call('moveTicket', { number, version, move: 'answer', text: 'x' }, federation.operator))).toBe(
        'changed-meanwhile',
      )
      const { version: current } = await atDesk(number)
      const both = await Promise.all(
        [1, 2].map((n) =>
          refusal(
            federation.call('moveTicket', { number, version: current, move: 'answer', text: `risposta ${String(n)}` }, federation.operator),
          ),
        ),
      )
      expect(both.sort()).toEqual(['accepted', 'changed-meanwhile'])
    })

    test('cannot be read, moved or listed without a session at the desk', async () => {
      const { number } = await openTicket()
      for (const session of ['', 'wrong']) {
        expect(await refusal(atDesk(number, session))).toBe('signed-out')
        expect(await refusal(federation.call('listTickets', {}, session))).toBe('signed-out')
        expect(await refusal(federation.call('moveTicket', { number, version: 1, move: 'take' }, session))).toBe('signed-out')
      }
    })

    test('is seen by an Ente’s agent only once it was forwarded to that Ente, and answered in its name', async () => {
      const ticket = await openTicket()
      expect(await refusal(atDesk(ticket.number, federation.agent))).toBe('not-found')
      await move(ticket.number, 'note', 'solo per noi')
      await forward(ticket.number)
      const seen = await atDesk(ticket.number, federation.agent)
      expect([seen.mayForward, seen.citizen.email, seen.deliveries.length, JSON.stringify(seen).includes('solo per noi')]).toEqual([
        false,
        null,
        0,
        false,
      ])
      await move(ticket.number, 'answer', 'Ci pensiamo noi.', federation.agent)
      expect((await asCitizen(ticket)).ticket.messages.at(-1)).toMatchObject({ author: 'ente', text: 'Ci pensiamo noi.' })
      expect(await refusal(federation.call('listDeliveries', {}, federation.agent))).toBe('not-allowed')
    })

    test('cannot be forwarded to an office that cannot be reached', async () => {
      const { number } = await openTicket()
      expect(await refusal(forward(number, federation.offices.elsewhere))).toBe('no-channel')
      expect((await atDesk(number)).state).toBe('new')
    })
  })

  describe(`a forwarding, on ${database}`, () => {
    let delivery: { stop: () => Promise<void> }
    beforeAll(() => {
      delivery = federation.startDelivery()
    })
    afterAll(() => delivery.stop())

    const tokenFor = async (number: string, to = 'anagrafe@a.example'): Promise<string> => {
      const mail = await mailTo(federation.dataDir, to, number)
      return linkIn(mail, 'http://citizens.example/inoltri/').split('/').at(-1) ?? ''
    }

    test('goes by mail, is answered through the link without an account, and the answer reaches the citizen', async () => {
      const ticket = await openTicket({ email: 'bruno@posta.example' })
      await forward(ticket.number)
      const token = await tokenFor(ticket.number)
      const opened = await federation.call('openLink', { token })
      expect([opened.state, opened.actions]).toEqual(['delivered', ['take', 'answer', 'refuse']])
      // Looking, as mail scanners do, changes nothing.
      for (let n = 0; n < 5; n++) await federation.call('openLink', { token })
      expect((await atDesk(ticket.number)).state).toBe('forwarded')

      await federation.call('actOnLink', { token, action: 'take' })
      await federation.call('actOnLink', { token, action: 'answer', text: 'Riparato stamattina.', signature: 'Mario Verdi' })
      const { ticket: seen } = await asCitizen(ticket)
      expect(seen.state).toBe('answered')
      expect(seen.messages.at(-1)).toMatchObject({
        author: 'ente',
        text: 'Riparato stamattina.',
        signature: 'Anagrafe, Comune di A (Mario Verdi)',
      })
      const mail = await mailTo(federation.dataDir, 'bruno@posta.example', 'risposta')
      expect(mail.text).toContain('Riparato stamattina.')
      // The citizen's own link is in the mail and opens the ticket.
      const secret = linkIn(mail, 'http://citizens.example/comune-a/richieste/').split('#')[1] ?? ''
      expect(secret).toBe(ticket.secret)
    })

    test('is answered once: a second answer through the same link is refused', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      const token = await tokenFor(ticket.number)
      const both = await Promise.all(
        [1, 2].map((n) =>
          refusal(federation.call('actOnLink', { token, action: 'answer', text: `risposta ${String(n)}`, signature: 'M' })),
        ),
      )
      expect(both.filter((code) => code === 'accepted')).toHaveLength(1)
      expect((await asCitizen(ticket)).ticket.messages).toHaveLength(2)
    })

    test('that is refused comes back to the desk, and the citizen does not read why', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      await federation.call('actOnLink', {
        token: await tokenFor(ticket.number),
        action: 'refuse',
        text: 'È della Provincia.',
        signature: 'M',
      })
      const desk = await atDesk(ticket.number)
      expect([desk.state, desk.forwardings[0]?.state, desk.messages.at(-1)?.text]).toEqual(['in_progress', 'refused', 'È della Provincia.'])
      expect(JSON.stringify((await asCitizen(ticket)).ticket)).not.toContain('Provincia')
    })

    test('to two offices is settled by the last answer', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      await forward(ticket.number, federation.offices.tributi)
      await federation.call('actOnLink', {
        token: await tokenFor(ticket.number),
        action: 'answer',
        text: 'La nostra parte è fatta.',
        signature: 'M',
      })
      expect((await asCitizen(ticket)).ticket.state).toBe('forwarded')
      await federation.call('actOnLink', {
        token: await tokenFor(ticket.number, 'protocollo@a.example'),
        action: 'answer',
        text: 'Anche la nostra.',
        signature: 'T',
      })
      expect((await asCitizen(ticket)).ticket.state).toBe('answered')
    })

    test('is settled by the Ente’s answer also after the desk asked the citizen something meanwhile', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      const token = await tokenFor(ticket.number)
      await move(ticket.number, 'askCitizen', 'Quale scuola?')
      const { grant } = await asCitizen(ticket)
      await federation.call('replyTicket', { grant, submissionId: randomUUID(), text: 'La media.' })
      await federation.call('actOnLink', { token, action: 'answer', text: 'Fatto.', signature: 'M' })
      expect((await asCitizen(ticket)).ticket.state).toBe('answered')
    })

    test('to two offices of an Ente is settled by one answer of its agent at the desk', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      await forward(ticket.number, federation.offices.tributi)
      await move(ticket.number, 'answer', 'Ecco tutto.', federation.agent)
      expect((await asCitizen(ticket)).ticket.state).toBe('answered')
      expect((await atDesk(ticket.number, federation.agent)).moves).toEqual([])
    })

    test('does not stop the citizen from writing when its office was deleted', async () => {
      const office = (
        await federation.strapi.documents('api::office.office').create({ data: { name: 'Ufficio che chiude', enteCode: 'c_a' } })
      ).documentId
      const ticket = await openTicket()
      await forward(ticket.number, office)
      await federation.strapi.documents('api::office.office').delete({ documentId: office })
      const { grant } = await asCitizen(ticket)
      expect((await federation.call('replyTicket', { grant, submissionId: randomUUID(), text: 'Ci siete?' })).messages).toHaveLength(2)
    })

    test('that the desk answered itself is withdrawn, and its link says so', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      const token = await tokenFor(ticket.number)
      await move(ticket.number, 'answer', 'Risolto al telefono.')
      expect((await federation.call('openLink', { token })).actions).toEqual([])
      expect(await refusal(federation.call('actOnLink', { token, action: 'answer', text: 'tardi', signature: 'M' }))).toBe('link-used')
    })

    test.each([
      ['invented', () => Promise.resolve('AAAAAAAAAAAAAAAAAAAAAA'), 'not-found'],
      [
        'expired',
        async () => {
          const { number } = await openTicket()
          await forward(number)
          const token = await tokenFor(number)
          await federation.strapi.db
            .query('api::forwarding.forwarding')
            .updateMany({ where: { ticketNumber: number }, data: { expiresAt: new Date(0).toISOString() } })
          return token
        },
        'link-expired',
      ],
    ])('opens to no link that is %s', async (_what, token, code) => {
      expect(await refusal(federation.call('openLink', { token: await token() }))).toBe(code)
    })

    test('tells the office when the citizen writes again', async () => {
      const ticket = await openTicket()
      await forward(ticket.number)
      const { grant } = await asCitizen(ticket)
      await federation.call('replyTicket', { grant, submissionId: randomUUID(), text: 'È il lampione numero 14.' })
      const about = await mailTo(federation.dataDir, 'anagrafe@a.example', `Nuovo messaggio per la richiesta ${ticket.number}`)
      expect(about.text).toContain('numero 14')
      expect(
        (await capturedMail(federation.dataDir)).filter((mail) => mail.subject.includes(ticket.number) && mail.to === 'anagrafe@a.example'),
      ).toHaveLength(2)
    })
  })
}
