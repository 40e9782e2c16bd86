// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { toMailFailure } from './mail'

// Codes as nodemailer 10.6 gave them in conversations with servers that misbehave.
test.each([
  ['an unknown recipient', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'refused'],
  ['a sender that the relay does not take', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'configuration'],
  ['a message refused for good', { code: 'EMESSAGE', responseCode: 554 }, 'refused'],
  ['greylisting', { code: 'EENVELOPE', responseCode: 451 }, 'retry'],
  ['a full mailbox for now', { code: 'EMESSAGE', responseCode: 452 }, 'retry'],
  ['a connection cut after the last dot', { code: 'ECONNECTION' }, 'retry'],
  ['a server that does not answer', { code: 'ETIMEDOUT' }, 'retry'],
  ['a wrong certificate', { code: 'ESOCKET' }, 'retry'],
  ['a server without encryption', { code: 'ETLS', responseCode: 500 }, 'configuration'],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'configuration'],
  ['a password server that is down', { code: 'EAUTH', responseCode: 454 }, 'retry'],
])('%s is taken as: %s', (_what, error, outcome) => {
  expect(toMailFailure(Object.assign(new Error('x'), error)).outcome).toBe(outcome)
})
