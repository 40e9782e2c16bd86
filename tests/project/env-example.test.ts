// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv, settingNames } from '@linea-comune/config'
import { expect, test } from 'vitest'
import { root } from '../support/system.js'

const lines = fs.readFileSync(path.join(root, '.env.example'), 'utf8').split('\n')
const settings = lines.flatMap((line, index) => {
  const match = /^([A-Z_]+)=(.*)$/.exec(line)
  return match ? [{ name: match[1] ?? '', value: match[2] ?? '', described: lines[index - 1]?.startsWith('# ') === true }] : []
})

test('.env.example names every setting, in the order of the schema, and no other', () => {
  expect(settings.map((setting) => setting.name)).toEqual(settingNames)
})

test('.env.example describes every setting', () => {
  expect(settings.filter((setting) => !setting.described)).toEqual([])
})

test('.env.example as it is gives the defaults', () => {
  expect(parseEnv(Object.fromEntries(settings.map(({ name, value }) => [name, value])))).toEqual(parseEnv({}))
})
