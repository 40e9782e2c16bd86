// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, password, type Federation } from '../support/federation.js'
import { root } from '../support/system.js'

const uid = 'api::api-consumer.api-consumer'
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

describe('keys of the content API', () => {
  let federation: Federation
  beforeAll(async () => {
    federation = await openFederation()
  })
  afterAll(() => federation.stop())

  /** The command as a person of the service centre gives it, beside the running back office. */
  const command = (...args: string[]): Promise<{ status: number; output: string; faults: string }> =>
    new Promise((resolve) => {
      const program = path.join(root, 'cms', 'dist', 'src', 'commands', 'api-key.js')
      const env = { PATH: process.env.PATH, DATA_DIR: federation.dataDir, NODE_NO_WARNINGS: '1', STRAPI_TELEMETRY_DISABLED: 'true' }
      execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), output: stdout, faults: stderr })
      })
    })
  const keyIn = (output: string): string => /lc_[\w-]{43}(?=\n)/.exec(output)?.[0] ?? ''

  test('are told once, and only their hash is kept', async () => {
    const { status, output } = await command('--name', 'Portale turistico', '--email', 'dati@turismo.example', '--per-minute', '250')
    expect(status).toBe(0)
    const key = keyIn(output)
    expect(key).toHaveLength(46)
    const rows = await federation.strapi.db.query(uid).findMany({})
    expect(rows).toMatchObject([{ name: 'Portale turistico', keyHash: hashOf(key), perMinute: 250, active: true }])
    expect(JSON.stringify(rows)).not.toContain(key)
    expect(await federation.call('apiConsumers', {})).toEqual([{ id: String(rows[0]?.id), keyHash: hashOf(key), perMinute: 250 }])
  })

  test('are listed by name, without anything that opens', async () => {
    const { output } = await command('--list')
    expect(output).toMatch(/attiva\s+250\/min {2}Portale turistico <dati@turismo\.example>/)
    expect(output).not.toMatch(/lc_|keyHash/)
  })

  test('can be taken back, once', async () => {
    const [row] = await federation.strapi.db.query(uid).findMany({})
    const id = String(row?.id)
    expect(await command('--revoke', id)).toMatchObject({ status: 0 })
    expect(await federation.call('apiConsumers', {})).toEqual([])
    expect(await command('--revoke', id)).toMatchObject({ status: 1, output: `Non c’è una chiave attiva con il numero ${id}.\n` })
    expect((await command('--list')).output).toContain('revocata')
  })

  test.each([
    [['--email', 'a@b.example'], '--name'],
    [['--name', 'X', '--email', 'nessuno'], '--email'],
    [['--name', 'X', '--email', 'a@b.example', '--per-minute', '0'], '--per-minute'],
    [['--revoke', 'tre'], '--revoke'],
    [['--tutto'], '--tutto'],
  ])('%j is not understood, and it says what', async (args, named) => {
    const { status, faults } = await command(...args)
    expect(status).toBe(2)
    expect(faults).toContain(named)
    expect(faults).toContain('Uso: npm run api:key')
  })

  test('are nothing that editors or the web can reach', async () => {
    const signedIn = await fetch(`${federation.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'editor@a.example', password }),
    })
    const { data } = (await signedIn.json()) as { data: { token: string } }
    const statusOf = async (where: string): Promise<number> =>
      (await fetch(`${federation.url}${where}`, { headers: { authorization: `Bearer ${data.token}` } })).status
    expect(await statusOf(`/content-manager/collection-types/${uid}`)).toBe(403)
    expect(await statusOf('/api/api-consumers')).toBe(404)
    expect((await fetch(`${federation.url}/internal/api-consumers`, { method: 'POST', body: '{}' })).status).toBe(403)
  })
})
