// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../support/system.js'

/** The mandatory keys of publiccode.yml 0.7.0, with its limits. */
const publiccode = z.object({
  publiccodeYmlVersion: z.literal('0.7.0'),
  name: z.string().min(1),
  url: z.url(),
  platforms: z.array(z.string()).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  description: z.record(
    z.string(),
    z.object({
      shortDescription: z.string().max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string().max(100)).min(1),
    }),
  ),
  legal: z.object({ license: z.literal('AGPL-3.0-or-later') }),
  maintenance: z.object({ type: z.literal('community'), contacts: z.array(z.object({ name: z.string(), email: z.email() })).min(1) }),
  localisation: z.object({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
})

test('publiccode.yml has what the standard 0.7.0 asks for', () => {
  const file: unknown = parse(fs.readFileSync(path.join(root, 'publiccode.yml'), 'utf8'))
  expect(publiccode.safeParse(file).error?.issues).toBeUndefined()
})

test('publiccode.yml and package.json tell the same version', () => {
  const file = parse(fs.readFileSync(path.join(root, 'publiccode.yml'), 'utf8')) as { softwareVersion: string }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  expect(file.softwareVersion).toBe(version)
})
