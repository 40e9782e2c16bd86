// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Core } from '@strapi/strapi'
import { defaultCallsPerMinute } from '@linea-comune/config'
import { addConsumer, everyConsumer, revokeConsumer } from '../api-consumers/consumers'
import { tell } from './progress-line'
import { say } from './say'
import { withStrapi } from './with-strapi'

const usage = `Uso: npm run api:key -- --name "CHI" --email INDIRIZZO [--per-minute ${String(defaultCallsPerMinute)}]
     npm run api:key -- --list
     npm run api:key -- --revoke NUMERO
`

const positive = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)
  .pipe(z.number().min(1))

const newConsumer = z.object({
  name: z.string({ error: '--name: manca il nome di chi userà la chiave.' }).trim().min(1).max(200),
  email: z.email({ error: '--email: manca l’indirizzo di chi userà la chiave, o non è un indirizzo.' }),
  perMinute: positive.default(defaultCallsPerMinute),
})

/** What was asked for: the work to do, and the status to end with. */
type Work = (strapi: Core.Strapi) => Promise<number>

const add =
  (consumer: z.output<typeof newConsumer>): Work =>
  async (strapi) => {
    const { id, key } = await addConsumer(strapi, consumer)
    say(`Chiave numero ${String(id)} per ${consumer.name}, ${String(consumer.perMinute)} richieste al minuto:\n\n  ${key}\n`)
    say('Copiala ora: qui resta solo la sua impronta. Vale entro un minuto.')
    return 0
  }

const list: Work = async (strapi) => {
  const consumers = await everyConsumer(strapi)
  for (const { id, name, email, perMinute, active } of consumers)
    say(`${String(id).padStart(4)}  ${active ? 'attiva  ' : 'revocata'}  ${String(perMinute).padStart(7)}/min  ${name} <${email}>`)
  if (consumers.length === 0) say('Nessuno ha una chiave.')
  return 0
}

const revoke =
  (id: number): Work =>
  async (strapi) => {
    const revoked = await revokeConsumer(strapi, id)
    say(
      revoked
        ? `La chiave ${String(id)} è revocata: entro un minuto non vale più.`
        : `Non c’è una chiave attiva con il numero ${String(id)}.`,
    )
    return revoked ? 0 : 1
  }

const readArguments = (): Work | { fault: string } => {
  try {
    const { values } = parseArgs({
      options: {
        name: { type: 'string' },
        email: { type: 'string' },
        'per-minute': { type: 'string' },
        list: { type: 'boolean', default: false },
        revoke: { type: 'string' },
      },
    })
    if (values.list) return list
    if (values.revoke !== undefined) {
      const id = positive.safeParse(values.revoke)
      return id.success ? revoke(id.data) : { fault: '--revoke vuole il numero che dice --list.' }
    }
    const { name, email, 'per-minute': perMinute } = values
    const parsed = newConsumer.safeParse({ name, email, perMinute })
    if (parsed.success) return add(parsed.data)
    return {
      fault: parsed.error.issues
        .map(({ path, message }) => (path[0] === 'perMinute' ? '--per-minute vuole un numero intero, almeno 1.' : message))
        .join('\n'),
    }
  } catch (error) {
    const unknown = /'(-[^' ]+)/.exec(String(error))?.[1]
    return { fault: unknown === undefined ? 'Gli argomenti non sono giusti.' : `L’opzione ${unknown} non esiste o manca del suo valore.` }
  }
}

const run = async (): Promise<number> => {
  const work = readArguments()
  if (typeof work === 'function') return withStrapi(work)
  tell(`${work.fault}\n${usage}`)
  return 2
}

void run().then(
  (status) => process.exit(status),
  (error: unknown) => {
    tell(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(2)
  },
)
