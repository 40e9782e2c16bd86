// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from './env.js'

const faultsOf = (source: Record<string, string>): readonly string[] => {
  try {
    parseEnv(source)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.faults
    throw error
  }
}

describe('the environment', () => {
  test('needs nothing to start on this machine', () => {
    const env = parseEnv({})
    expect(env.publicUrl).toBe('http://localhost:3000')
    expect(env.backofficeUrl).toBe('http://localhost:1337')
  })

  test('that is wrong in several places is refused with every fault at once', () => {
    const faults = faultsOf({ PORT: 'eighty', DATABASE_URL: 'mysql://x', WEBHOOK_ALLOW_CIDR: '10.0.0.0', MEILI_URL: 'http://search:7700' })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['PORT', 'DATABASE_URL', 'WEBHOOK_ALLOW_CIDR', 'MEILI_API_KEY']),
    )
  })

  test.each(['ollama', 'rest', 'userProvided'])('names what %s needs and nobody gave', (source) => {
    expect(faultsOf({ EMBEDDER: source, EMBEDDER_MODEL: 'bge-m3' })).toEqual([
      `EMBEDDER_URL: needed together with EMBEDDER=${source}`,
      `EMBEDDER_DIMENSIONS: needed together with EMBEDDER=${source}`,
    ])
  })

  test('knows of no embedder unless one is named', () => {
    const given = {
      EMBEDDER_URL: 'http://127.0.0.1:11434/',
      EMBEDDER_MODEL: 'bge-m3',
      EMBEDDER_DIMENSIONS: '1024',
      EMBEDDER_KEY: 'segreta',
    }
    expect(parseEnv({ ...given, EMBEDDER: 'off' }).embedder).toBeUndefined()
    const { embedder, ...rest } = parseEnv({ ...given, EMBEDDER: 'ollama' })
    expect(embedder).toEqual({ source: 'ollama', url: 'http://127.0.0.1:11434', model: 'bge-m3', dimensions: 1024, least: 0.8 })
    expect(rest.secrets.embedderKey).toBe('segreta')
  })

  test('never shows the value of a secret in a fault', () => {
    expect(faultsOf({ SMTP_URL: 'http://user:hunter2hunter2@mail' }).join()).not.toContain('hunter2')
  })

  test('counts an empty value as not set', () => {
    expect(parseEnv({ SMTP_URL: '', PORT: ' ' }).port).toBe(3000)
  })

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:1337'],
    ['0.0.0.0', 'http://127.0.0.1:1337'],
    ['::', 'http://[::1]:1337'],
    ['10.1.2.3', 'http://10.1.2.3:1337'],
    ['fd00::7', 'http://[fd00::7]:1337'],
  ])('that listens on %s is reached from this machine at %s', (host, url) => {
    expect(parseEnv({ HOST: host }).backofficeInternalUrl).toBe(url)
  })

  test('gives front office and back office different ports', () => {
    expect(faultsOf({ PORT: '4000', BACKOFFICE_PORT: '4000' })).toHaveLength(1)
  })

  test('keeps its secrets apart from what may be logged', () => {
    const { secrets, ...rest } = parseEnv({ DATABASE_URL: 'postgres://u:geheim@h/db', INTERNAL_TOKEN: 'a-long-enough-token' })
    expect(secrets.databaseUrl).toContain('geheim')
    expect(JSON.stringify(rest)).not.toMatch(/geheim|a-long-enough/)
  })
})
