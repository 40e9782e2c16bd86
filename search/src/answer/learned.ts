// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { featureNames, type Feature } from './feature-names.js'
import { signNames, type Sign } from './sign-names.js'

/** Log-odds as a weighed sum. */
export interface Estimate {
  base: number
  weights: Record<Sign, number>
}

/** What `npm run learn` found. */
export interface Learned {
  ranking: Record<Feature, number>
  /** That the first document answers. */
  first: Estimate
  /** That one of the first three does. */
  three: Estimate
}

const estimate = z.object({ base: z.number(), weights: z.record(z.enum(signNames), z.number()) })
const learned = z.object({ ranking: z.record(z.enum(featureNames), z.number()), first: estimate, three: estimate })

export const learnedFile = join(import.meta.dirname, '../../learned.json')

export const readLearned = (): Learned => learned.parse(JSON.parse(readFileSync(learnedFile, 'utf8')))
