// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { deskCookie, readCookie, readDeskSession, ticketCookie } from './cookies'

const requestWith = (cookie: string): Request => new Request('http://localhost/', { headers: { cookie } })

describe('cookies', () => {
  it('a ticket’s key goes to that ticket alone, out of reach of scripts', () => {
    expect(ticketCookie('/valdombra/richieste/LC-1', 'a b', true)).toBe(
      'lc_ticket=a%20b; Path=/valdombra/richieste/LC-1; Max-Age=7200; HttpOnly; SameSite=Lax; Secure',
    )
  })
  it('the desk’s session is strict', () => {
    expect(deskCookie('x', false)).toBe('lc_desk=x; Path=/desk; Max-Age=43200; HttpOnly; SameSite=Strict')
  })
  it('an empty session ends the cookie', () => {
    expect(deskCookie('', false)).toContain('Max-Age=0')
    expect(readDeskSession(requestWith('lc_desk='))).toBeNull()
  })
  it.each([
    ['a=1; lc_desk=abc%3D; b=2', 'abc='],
    ['lc_desk=a=b', 'a=b'],
    ['lc_desk=%E0%A4%A', null],
    ['xlc_desk=1', null],
  ])('%s reads as %s', (cookie, value) => {
    expect(readCookie(requestWith(cookie), 'lc_desk')).toBe(value)
  })
})
