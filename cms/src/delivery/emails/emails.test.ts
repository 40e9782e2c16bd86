// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales } from '@linea-comune/config'
import { describe, expect, test } from 'vitest'
import { citizenReplied } from './citizen-replied'
import { forwardingCreated } from './forwarding-created'
import { citizenAsked, ticketAnswered } from './ticket-answered'
import { ticketReceived } from './ticket-received'

const nasty = '<img src=x onerror=alert(1)> & "ciao"\nBcc: tutti@x.example'

describe.each(locales.map((locale) => [locale]))('mail to citizens in %s', (locale) => {
  const to = { citizenName: nasty, citizenEmail: 'anna@posta.example', locale }
  const mails = [
    ticketReceived({ to, number: 'LC-2026-000001-1', enteName: 'Comune di Valdombra', link: 'http://x/#s', code: 'ABCD1234', text: nasty }),
    ticketAnswered({ to, number: 'LC-2026-000001-1', signature: 'Anagrafe', text: nasty, link: 'http://x/#s' }),
    citizenAsked({ to, number: 'LC-2026-000001-1', signature: 'Anagrafe', text: nasty, link: 'http://x/#s' }),
  ]

  test('says everything in text and in HTML, and carries the link in both', () => {
    for (const mail of mails) {
      expect(mail.text).toContain('http://x/#s')
      expect(mail.html).toContain('href="http://x/#s"')
      expect(mail.subject).toContain('LC-2026-000001-1')
    }
  })

  test('shows what people wrote as text, never as markup or as a header', () => {
    for (const mail of mails) {
      expect(mail.html).not.toContain('<img')
      expect(mail.subject).not.toMatch(/[\r\n]/)
    }
  })
})

test('mail to an office carries the signed link on a line of its own, and what the citizen wrote', () => {
  const mail = forwardingCreated({
    to: { name: 'Anagrafe', address: 'anagrafe@x.example' },
    enteName: 'Comune di Valdombra',
    number: 'LC-2026-000001-1',
    citizenName: 'Anna',
    thread: ['prima', nasty],
    note: 'È urgente',
    link: 'http://x/inoltri/abc',
    expiresAt: '2026-12-23T10:00:00.000Z',
  })
  expect(mail.text.split('\n')).toContain('http://x/inoltri/abc')
  expect(mail.text).toContain('> prima')
  expect(mail.text).toContain('23 dicembre 2026')
  expect(mail.html).not.toContain('<img')
})

test('mail about a new message of the citizen carries the message', () => {
  expect(citizenReplied({ to: { name: '', address: 'a@x.example' }, number: 'LC-2026-000001-1', text: 'ancora io' }).text).toContain(
    '> ancora io',
  )
})
