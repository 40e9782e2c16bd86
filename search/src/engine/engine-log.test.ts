// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { isErrorLine, portIn, tellsDamage } from './engine-log.js'

describe('the engine’s log', () => {
  it('tells the port it listens on', () => {
    expect(portIn('{"fields":{"message":"Actix runtime found; starting in Actix runtime; listening on: 127.0.0.1:39655"}}')).toBe(39655)
    expect(portIn('listening to the radio')).toBeNull()
  })

  it.each([
    ['Your database version (1.20.0) is incompatible with your current engine version (1.21.0).', true],
    ['Error: MDB_INVALID: File is not an LMDB file', true],
    ['error_code: "invalid_store_file"', true],
    ['Address already in use (os error 98)', false],
    ['no space left on device', false],
  ])('%s: damage %s', (line, damage) => {
    expect(tellsDamage(line)).toBe(damage)
  })

  it('what a citizen typed is not taken for an error of the engine', () => {
    expect(isErrorLine('{"level":"INFO","fields":{"message":"search MDB_CORRUPTED"}}')).toBe(false)
    expect(isErrorLine('{"level":"WARN","fields":{"message":"MDB_CORRUPTED"}}')).toBe(false)
  })
})
