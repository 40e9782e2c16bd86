// SPDX-License-Identifier: AGPL-3.0-or-later
import { catchMail } from '../support/smtp.js'
import { receiveWebhooks } from '../support/webhook-receiver.js'
import { startSystem } from '../support/system.js'
import { countFaults } from './count-faults.js'
import { startKilling } from './killer.js'
import { setUpDesk } from './set-up-desk.js'
import { driveTicket, type Journey } from './journey.js'
import { waitUntilSettled } from './wait-until-settled.js'

/** `npm run faults -- 20` makes a short run while working on it; what counts is the whole one. */
const tickets = Number(process.argv[2] ?? 200)
const wanted = { tickets, atOnce: 6, kills: Math.ceil(tickets / 16) }
const webhookSecret = `whsec_${Buffer.from('a secret of the fault run, 32 by').toString('base64')}`

/**
 * Kills the back office, the search engine and the front office with SIGKILL while 200 requests go from the citizen's form
 * to the Ente's answer, then counts what the citizen, the Ente and the database saw.
 */
const main = async (): Promise<boolean> => {
  const mail = await catchMail()
  const webhooks = await receiveWebhooks(webhookSecret)
  const system = await startSystem({
    // Each citizen has an address of their own, told by a proxy, so that the limit per address does not apply to 200 of them.
    env: {
      TRUSTED_PROXIES: '1',
      SMTP_URL: mail.url,
      SMTP_ALLOW_CLEAR: 'true',
      WEBHOOK_ALLOW_CIDR: '127.0.0.0/8',
      WEBHOOK_ALLOW_HTTP: 'true',
      LOG_LEVEL: 'error',
    },
  })
  try {
    const desk = await setUpDesk(system, { webhookUrl: webhooks.url, webhookSecret })
    const killer = startKilling(system, wanted.kills)
    const journeys: Journey[] = []
    const unfinished: string[] = []
    const numbers = Array.from({ length: wanted.tickets }, (_, index) => index)
    const lane = async (): Promise<void> => {
      for (let index = numbers.shift(); index !== undefined; index = numbers.shift()) {
        try {
          journeys.push(await driveTicket(system, desk, { mail, webhooks }, index))
        } catch (error) {
          unfinished.push(`ticket ${String(index)}: ${error instanceof Error ? error.message : String(error)}`)
        }
        killer.progress((journeys.length + unfinished.length) / wanted.tickets)
        if (journeys.length % 20 === 0) process.stdout.write(`${String(journeys.length)} tickets, ${String(killer.kills())} kills\n`)
      }
    }
    await Promise.all(Array.from({ length: wanted.atOnce }, lane))
    const kills = killer.stop()
    const stuck = (await waitUntilSettled(desk)) + unfinished.length
    for (const journey of unfinished) process.stdout.write(`  ${journey}\n`)
    return await countFaults({ journeys, desk, mail, webhooks, kills, stuck })
  } finally {
    await system.stop()
    system.cleanUp()
    await mail.stop()
    await webhooks.stop()
  }
}

process.exitCode = (await main()) ? 0 : 1
process.exit()
