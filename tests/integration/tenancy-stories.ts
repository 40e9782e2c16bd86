// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProbe, stages } from '../probes/probes.js'
import { openWorld, type World } from '../probes/world.js'

/** The wall between Enti, on one database. */
export const describeTenancy = (database: string, env: () => Promise<Record<string, string>>): void => {
  describe(`the wall between Enti, on ${database}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld(await env())
    })
    afterAll(() => world.stop())

    describe.each(stages)('$name', ({ prepare, probes }) => {
      beforeAll(() => prepare(world))
      test.each(probes)('$name', async (probe) => {
        expect(await runProbe(probe, world)).toBeNull()
      })
    })
  })
}
