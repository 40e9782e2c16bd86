// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromBackOffice } from '../../support/federation.js'
import { serveCoreRest, type ServerStrapi } from '../content/core-rest.js'

/* An empty back office with Strapi's own REST for sheets, in a process of its own. */
const start = async (): Promise<void> => {
  const { bootForCommand } = fromBackOffice<{ bootForCommand: () => Promise<ServerStrapi> }>('commands/boot.js')
  process.send?.({ port: await serveCoreRest(await bootForCommand()) })
}

process.once('disconnect', () => process.exit(0))
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
