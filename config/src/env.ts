// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const port = z.coerce.number().int().min(1).max(65_535)
const secret = z.string().min(16, 'at least 16 characters')
const address = z.url({ protocol: /^https?$/, error: 'an http or https address' }).transform((value) => value.replace(/\/+$/, ''))
const cidrList = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()], { error: 'networks such as 10.1.0.0/16, separated by commas' })))

/** Every setting, in the order of `.env.example`. An empty value counts as not set. */
const envSchema = z.object({
  /** Address to listen on. The default can be reached from this machine only. */
  HOST: z.string().default('127.0.0.1'),
  /** Port of the front office: citizens' pages and the desk. */
  PORT: port.default(3000),
  /** Public address of the front office; it goes into e-mails, so it is the one citizens use. Default: http://localhost:PORT */
  PUBLIC_URL: address.optional(),
  /** Port of the back office (Strapi), where the Enti write. */
  BACKOFFICE_PORT: port.default(1337),
  /** Public address of the back office. It has an origin of its own. Default: http://localhost:BACKOFFICE_PORT */
  BACKOFFICE_URL: address.optional(),
  /** Where a front office on another machine reaches the back office. Default: this machine, BACKOFFICE_PORT */
  BACKOFFICE_INTERNAL_URL: address.optional(),
  /** Folder of everything that must survive: database, uploads, captured mail, search index, secrets. */
  DATA_DIR: z.string().default('data'),
  /** PostgreSQL, as postgres://user:password@host:5432/name. Without it: SQLite in the data folder. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgres://user:password@host:5432/name' }).optional(),
  /** A Meilisearch that runs elsewhere. Without it one is started and looked after. */
  MEILI_URL: address.optional(),
  /** Key of that Meilisearch, allowed to search, to write documents and settings, and to swap indexes. */
  MEILI_API_KEY: secret.optional(),
  /** A Meilisearch program to start instead of the one from the package. */
  MEILI_BINARY: z.string().optional(),
  /** What turns texts and questions into vectors, so that a question without an answer is offered texts near in meaning: off, ollama, rest or userProvided. */
  EMBEDDER: z.enum(['off', 'ollama', 'rest', 'userProvided']).default('off'),
  /** Address of its service, without path: /api/embed (ollama) or /v1/embeddings (the others) is added. */
  EMBEDDER_URL: address.optional(),
  /** The model that the service is asked for. */
  EMBEDDER_MODEL: z.string().optional(),
  /** Key of the service, where it wants one. */
  EMBEDDER_KEY: z.string().optional(),
  /** How many numbers a vector of that model has. */
  EMBEDDER_DIMENSIONS: z.coerce.number().int().min(1).max(10_000).optional(),
  /** Least cosine similarity of a question and a text that is worth being offered, 0 to 1. It differs between models. */
  EMBEDDER_LEAST: z.coerce.number().min(0).max(1).default(0.8),
  /** Where mail leaves, as smtp://user:password@host:587 or smtps://… Without it every message is a readable file in the data folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@host:587' }).optional(),
  /** Accept an SMTP server without encryption. Only for a relay on this machine or in a trusted network. */
  SMTP_ALLOW_CLEAR: flag.default(false),
  /** Sender of the service centre's mail. */
  MAIL_FROM: z.email().default('linea-comune@localhost.localdomain'),
  /** Networks inside which webhooks may be called although their addresses are private, e.g. 10.1.0.0/16. */
  WEBHOOK_ALLOW_CIDR: cidrList.default([]),
  /** Allow webhooks over plain http, for receivers in a trusted network. */
  WEBHOOK_ALLOW_HTTP: flag.default(false),
  /** Shared secret between front office and back office. Without it one is made at first start. */
  INTERNAL_TOKEN: secret.optional(),
  /** Load the demo federation and its accounts into an empty database. */
  DEMO: flag.default(true),
  /** How many proxies in front of the front office may be believed about the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** How much is written to the log. */
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
})

/** Names of all settings, in the order in which they are described. */
export const settingNames: readonly string[] = Object.keys(envSchema.shape)

type Parsed = z.infer<typeof envSchema>
type SecretName = 'DATABASE_URL' | 'MEILI_API_KEY' | 'EMBEDDER_KEY' | 'SMTP_URL' | 'INTERNAL_TOKEN'

export interface Env {
  host: string
  port: number
  publicUrl: string
  backofficePort: number
  backofficeUrl: string
  /** Where the front office reaches the back office: on this side of any proxy. */
  backofficeInternalUrl: string
  dataDir: string
  meili: { url?: string; binary?: string }
  /** None unless somebody names one. */
  embedder?: { source: 'ollama' | 'rest' | 'userProvided'; url: string; model: string; dimensions: number; least: number }
  mail: { from: string; allowClear: boolean }
  webhook: { allowCidr: readonly string[]; allowHttp: boolean }
  demo: boolean
  /** Folder from which the person called npm (npm sets INIT_CWD and moves to the package): files they name are relative to it. */
  callerDir?: string
  trustedProxies: number
  logLevel: Parsed['LOG_LEVEL']
  /** Apart, so that the rest may be logged. */
  secrets: { databaseUrl?: string; meiliApiKey?: string; embedderKey?: string; smtpUrl?: string; internalToken?: string }
}

export class EnvError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'EnvError'
  }
}

const secretNames: ReadonlySet<string> = new Set<SecretName>([
  'DATABASE_URL',
  'MEILI_API_KEY',
  'EMBEDDER_KEY',
  'SMTP_URL',
  'INTERNAL_TOKEN',
])

const describeFault = (issue: z.core.$ZodIssue, source: Record<string, unknown>): string => {
  const name = String(issue.path[0] ?? '')
  // A secret's value never reaches a log, not even a wrong one.
  const shown = secretNames.has(name) ? '' : ` (it is "${String(source[name])}")`
  return `${name}: ${issue.message}${shown}`
}

/** Reads and checks the whole environment, and throws one `EnvError` that names every fault. */
export const parseEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = envSchema.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => describeFault(issue, given))
  if (given.MEILI_URL !== undefined && given.MEILI_API_KEY === undefined) faults.push('MEILI_API_KEY: needed together with MEILI_URL')
  faults.push(...embedderFaults(given))
  if (parsed.success && parsed.data.PORT === parsed.data.BACKOFFICE_PORT)
    faults.push(`BACKOFFICE_PORT: must differ from PORT (both are ${String(parsed.data.PORT)})`)
  if (!parsed.success || faults.length > 0) throw new EnvError(faults)
  return { ...toEnv(parsed.data), ...(given.INIT_CWD !== undefined && { callerDir: given.INIT_CWD }) }
}

const neededByEmbedder = ['EMBEDDER_URL', 'EMBEDDER_MODEL', 'EMBEDDER_DIMENSIONS'] as const

const embedderFaults = (given: Record<string, string | undefined>): string[] =>
  given.EMBEDDER === undefined || given.EMBEDDER === 'off'
    ? []
    : neededByEmbedder
        .filter((name) => given[name] === undefined)
        .map((name) => `${name}: needed together with EMBEDDER=${given.EMBEDDER ?? ''}`)

const toEmbedder = (e: Parsed): Pick<Env, 'embedder'> =>
  e.EMBEDDER === 'off' || e.EMBEDDER_URL === undefined || e.EMBEDDER_MODEL === undefined || e.EMBEDDER_DIMENSIONS === undefined
    ? {}
    : {
        embedder: {
          source: e.EMBEDDER,
          url: e.EMBEDDER_URL,
          model: e.EMBEDDER_MODEL,
          dimensions: e.EMBEDDER_DIMENSIONS,
          least: e.EMBEDDER_LEAST,
        },
      }

/** An address under which this machine itself reaches what listens on `host`. */
const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

const toEnv = (e: Parsed): Env => ({
  host: e.HOST,
  port: e.PORT,
  publicUrl: e.PUBLIC_URL ?? `http://localhost:${String(e.PORT)}`,
  backofficePort: e.BACKOFFICE_PORT,
  backofficeUrl: e.BACKOFFICE_URL ?? `http://localhost:${String(e.BACKOFFICE_PORT)}`,
  backofficeInternalUrl: e.BACKOFFICE_INTERNAL_URL ?? `http://${reachable(e.HOST)}:${String(e.BACKOFFICE_PORT)}`,
  dataDir: e.DATA_DIR,
  meili: { ...(e.MEILI_URL && { url: e.MEILI_URL }), ...(e.MEILI_BINARY && { binary: e.MEILI_BINARY }) },
  ...toEmbedder(e),
  mail: { from: e.MAIL_FROM, allowClear: e.SMTP_ALLOW_CLEAR },
  webhook: { allowCidr: e.WEBHOOK_ALLOW_CIDR, allowHttp: e.WEBHOOK_ALLOW_HTTP },
  demo: e.DEMO,
  trustedProxies: e.TRUSTED_PROXIES,
  logLevel: e.LOG_LEVEL,
  secrets: {
    ...(e.DATABASE_URL && { databaseUrl: e.DATABASE_URL }),
    ...(e.MEILI_API_KEY && { meiliApiKey: e.MEILI_API_KEY }),
    ...(e.EMBEDDER_KEY && { embedderKey: e.EMBEDDER_KEY }),
    ...(e.SMTP_URL && { smtpUrl: e.SMTP_URL }),
    ...(e.INTERNAL_TOKEN && { internalToken: e.INTERNAL_TOKEN }),
  },
})

/**
 * The environment of this process. The only place that reads it.
 * @param envFile a `.env` file whose values count where the environment has none; it need not exist
 */
export const readEnv = (envFile?: string): Env => {
  if (envFile !== undefined) {
    try {
      process.loadEnvFile(envFile)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return parseEnv(process.env)
}
