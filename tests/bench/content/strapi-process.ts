// SPDX-License-Identifier: AGPL-3.0-or-later
import type { connectEngine } from '@linea-comune/search'
import { fromBackOffice } from '../../support/federation.js'
import { loadFromBackOffice, serveCoreRest, type ServerStrapi } from './core-rest.js'
import { fill } from './fill.js'

/*
 * The back office of the measurement, in a process of its own: our cms, filled with sheets, and Strapi's own REST for sheets
 * registered beside our routes.
 */

const start = async (): Promise<void> => {
  const [, , sheets = '10000', enti = '200', engineUrl = '', engineKey = ''] = process.argv
  const { bootForCommand } = fromBackOffice<{ bootForCommand: () => Promise<ServerStrapi> }>('commands/boot.js')
  const strapi = await bootForCommand()
  await fill(strapi, { sheets: Number(sheets), enti: Number(enti) })
  process.send?.({ step: 'filled' })
  const { rebuildIndex } = fromBackOffice<{ rebuildIndex: (s: ServerStrapi, client: unknown) => Promise<number> }>(
    'indexing/rebuild-index.js',
  )
  const search = loadFromBackOffice('@linea-comune/search') as { connectEngine: typeof connectEngine }
  await rebuildIndex(strapi, search.connectEngine({ url: engineUrl, apiKey: engineKey }))
  process.send?.({ step: 'indexed' })
  const { addConsumer } = fromBackOffice<{ addConsumer: (s: ServerStrapi, c: object) => Promise<{ key: string }> }>(
    'api-consumers/consumers.js',
  )
  const { key } = await addConsumer(strapi, { name: 'Misura', email: 'misura@centro.example', perMinute: 100_000_000 })
  process.send?.({ step: 'ready', port: await serveCoreRest(strapi), key })
}

process.once('disconnect', () => process.exit(0))
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
