// SPDX-License-Identifier: AGPL-3.0-or-later
import { attackers, faultOf, oracles, pretended, reads, writes, type Attack } from './attacks.js'
import { doors } from './doors.js'
import { ownOperations } from './own-operations.js'
import { routeFaults } from './routes.js'
import type { Probe } from './probe.js'
import type { Persona, World } from './world.js'

const attack = (as: Persona, tried: Attack, how = '', headers?: Record<string, string>): Probe => ({
  name: `${as}${how}: ${tried.name}`,
  about: 'leak',
  run: async (world) => {
    // A GET is looked at together with the write that follows: twice the questions to the database would show no more.
    const isRead = tried.method === 'GET'
    const before = isRead ? '' : (world.lastSeen ?? (await world.snapshot()))
    const answer = await world.ask(as, tried.method, tried.path(world), tried.body?.(world), headers)
    const after = isRead ? '' : await world.snapshot()
    if (!isRead) world.lastSeen = after
    return faultOf(world, tried, answer, before, after)
  },
})

const asSetUp: readonly Probe[] = [
  ...attackers.flatMap((as) => [...reads, ...writes].map((tried) => attack(as, tried))),
  // Who says to be at work for B is not, unless they belong to it.
  ...[...reads, ...writes].map((tried) => attack('publisher', tried, ' in the name of B', pretended)),
  ...(['publisher', 'custom', 'second'] as const).flatMap((as) =>
    oracles.map(({ name, method, path, body, guesses }): Probe => ({
      name: `${as}: guess by ${name}`,
      about: 'leak',
      run: async (world) => {
        const [right, wrong] = guesses(world)
        const told = async (guess: string): Promise<string> => {
          const { status, text } = await world.ask(as, method, path(world, guess), body?.(world, guess))
          return `${String(status)} ${text.replaceAll(guess, '…')}`
        }
        const [a, b] = [await told(right), await told(wrong)]
        return a === b ? null : `a right guess gets ${a.slice(0, 120)}, a wrong one ${b.slice(0, 120)}`
      },
    })),
  ),
  ...doors,
  { name: 'every route is in the table of routes', about: 'leak', run: routeFaults },
  ...ownOperations.map((operation): Probe => ({ ...operation, about: 'own' })),
]

const tickedOff: readonly Probe[] = [
  ...[...reads, ...writes].map((tried) => attack('publisher', tried, ', conditions ticked off')),
  ...ownOperations
    .filter(({ name }) => name.startsWith('publisher'))
    .map((operation): Probe => ({ ...operation, name: `${operation.name}, conditions ticked off`, about: 'own' })),
]

/** An administrator may tick the conditions of a role off in the panel: the wall is code. */
const tickOff = async ({ federation }: World): Promise<void> => {
  await federation.strapi.db
    .query('admin::permission')
    .updateMany({ where: { subject: { $startsWith: 'api::' } }, data: { conditions: [] } })
}

/** In the order in which they are to be run. */
export const stages: readonly { name: string; prepare: (world: World) => Promise<void>; probes: readonly Probe[] }[] = [
  { name: 'as set up', prepare: () => Promise.resolve(), probes: asSetUp },
  { name: 'with the conditions of roles ticked off', prepare: tickOff, probes: tickedOff },
]

export const runProbe = async (probe: Probe, world: World): Promise<string | null> => {
  try {
    if (probe.about === 'own') delete world.lastSeen
    return await probe.run(world)
  } catch (error) {
    return `failed: ${String(error)}`
  }
}
