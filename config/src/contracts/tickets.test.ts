// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { DomainError } from '../error-codes.js'
import { parseInput } from './field-faults.js'
import { createTicketRequest } from './tickets.js'

const form = {
  submissionId: '5f0c5a3e-7d01-4b1d-8a4e-6f0c4f6e9a55',
  ente: 'valdombra',
  locale: 'it',
  text: 'Quando passa il camion?',
  name: 'Anna',
  privacy: true,
}

const faultsOf = (input: unknown): unknown => {
  try {
    parseInput(createTicketRequest, input)
    return {}
  } catch (error) {
    return error instanceof DomainError ? error.details.fields : error
  }
}

describe('a ticket form', () => {
  test('needs neither e-mail nor telephone', () => {
    expect(faultsOf(form)).toEqual({})
    expect(faultsOf({ ...form, email: '', phone: '' })).toEqual({})
  })

  test.each([
    ['an empty question', { text: '  \n ' }, { text: 'required' }],
    ['a question of a novel', { text: 'a'.repeat(5001) }, { text: 'too-long' }],
    ['no name', { name: ' ' }, { name: 'required' }],
    ['a wrong e-mail', { email: 'anna@' }, { email: 'not-an-email' }],
    ['a wrong telephone', { phone: 'call me' }, { phone: 'not-a-phone' }],
    ['privacy not accepted', { privacy: false }, { privacy: 'not-accepted' }],
    ['two addresses in one', { email: 'a@x.it, b@y.it' }, { email: 'not-an-email' }],
  ])('with %s is refused and says where', (_what, change, faults) => {
    expect(faultsOf({ ...form, ...change })).toEqual(faults)
  })

  test('names every fault at once', () => {
    expect(faultsOf({ ...form, text: '', email: 'x', name: '' })).toEqual({ text: 'required', email: 'not-an-email', name: 'required' })
  })

  test('loses control characters and keeps emoji, accents and line breaks', () => {
    const { text, name } = parseInput(createTicketRequest, { ...form, text: 'però\u0000\r\n🙂', name: 'Anna\nRossi' })
    expect(text).toBe('però\n🙂')
    expect(name).toBe('Anna Rossi')
  })
})
