// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildAll, stepNames, type StepName } from './launcher/build.js'

// `npm run build` builds everything that changed; `npm run build -- back-office` what that part needs.
const needs: Record<StepName, readonly StepName[]> = {
  libraries: ['libraries'],
  'back-office': ['libraries', 'back-office'],
  panel: ['libraries', 'back-office', 'panel'],
  'front-office': ['libraries', 'front-office'],
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !stepNames.some((step) => step === name))
if (unknown.length > 0) {
  process.stderr.write(`There is no part called ${unknown.join(', ')}. Parts: ${stepNames.join(', ')}.\n`)
  process.exit(2)
}
try {
  await buildAll(asked.length === 0 ? stepNames : stepNames.filter((step) => asked.some((name) => needs[name as StepName].includes(step))))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
