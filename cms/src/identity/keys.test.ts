// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { citizenKeys, normaliseCode, readGrant, signGrant } from './keys'

const key = 'a key of an installation'

describe('a citizen’s keys', () => {
  test('are the same when the same form is sent again, and others for another form', () => {
    expect(citizenKeys(key, 'form-1')).toEqual(citizenKeys(key, 'form-1'))
    expect(citizenKeys(key, 'form-1').secret).not.toBe(citizenKeys(key, 'form-2').secret)
    expect(citizenKeys('another installation', 'form-1').secret).not.toBe(citizenKeys(key, 'form-1').secret)
  })

  test('are a secret of 128 bits and a code of eight characters that cannot be misread', () => {
    const { secret, code } = citizenKeys(key, 'form-1')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  })

  test.each([
    ['abcd-1234', 'ABCD1234'],
    [' abcd 1234 ', 'ABCD1234'],
    ['OIL0-1111', '01101111'],
  ])('a code typed as “%s” is read as %s', (typed, read) => {
    expect(normaliseCode(typed)).toBe(read)
  })
})

describe('a grant', () => {
  const grant = signGrant(key, 'LC-2026-000001-1', 2000)

  test('opens the ticket it was made for, until it expires', () => {
    expect(readGrant(key, grant, 1000)).toBe('LC-2026-000001-1')
    expect(readGrant(key, grant, 2000)).toBeNull()
  })

  test.each([
    ['for another ticket', grant.replace('000001', '000002')],
    ['with a longer life', grant.replace(/~[^~]+~/, '~zzzzzzzz~')],
    ['cut', grant.slice(0, -2)],
    ['empty', ''],
  ])('%s is worth nothing', (_what, forged) => {
    expect(readGrant(key, forged, 1000)).toBeNull()
  })
})
