// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../support/commands.js'

let dataDir: string
beforeAll(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-reset-'))
})
afterAll(() => {
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const reset = (...args: string[]) => runCommand('demo-reset', args, dataDir)

test('the demo is put back as it was on the first day, models and their versions too, as often as one likes', async () => {
  const first = await reset()
  expect(first).toMatchObject({ status: 0, output: expect.stringContaining('tolti 0 contenuti') as string })
  const again = await reset()
  const counted = /tolti (\d+) contenuti, rimessi (\d+)/.exec(again.output)
  expect(again.status, again.output).toBe(0)
  expect(Number(counted?.[1])).toBeGreaterThan(50)
  const { status, output } = await reset()
  expect(status, output).toBe(0)
  expect(/tolti (\d+) contenuti, rimessi (\d+)/.exec(output)?.slice(1)).toEqual(counted?.slice(1))
}, 180_000)
