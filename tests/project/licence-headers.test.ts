// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/system.js'

test('every source file begins with its licence', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.css'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !file.includes('/types/generated/') && fs.existsSync(path.join(root, file)))
  expect(files.length).toBeGreaterThan(100)
  const without = files.filter(
    (file) => !fs.readFileSync(path.join(root, file), 'utf8').slice(0, 120).includes('SPDX-License-Identifier: AGPL-3.0-or-later'),
  )
  expect(without).toEqual([])
})
