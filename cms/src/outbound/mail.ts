// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import nodemailer, { type Transporter } from 'nodemailer'
import type { AttemptOutcome } from '@linea-comune/config'
import type { EmailPayload } from '../rows'
import { settings } from '../settings'

export interface CallResult {
  outcome: AttemptOutcome
  /** For the delivery log: what the other side said, cut. */
  detail: string
}

/** True while no mail server is configured: every message becomes a readable file instead. */
export const isMailCaptured = (): boolean => settings().env.secrets.smtpUrl === undefined

const mailFolder = (): string => path.join(settings().dataDir, 'mail')

let transport: Transporter | undefined

/** Longest a message may take, queueing for a connection included; leases are counted from it. */
export const mailTimeoutMs = 60_000
const silenceMs = 30_000
/** As many conversations at once as messages are taken in hand, so that none waits while its lease runs. */
export const mailConnections = 4

const openTransport = (): Transporter => {
  const { env } = settings()
  if (env.secrets.smtpUrl === undefined) return nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const url = new URL(env.secrets.smtpUrl)
  const secure = url.protocol === 'smtps:'
  return nodemailer.createTransport({
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    // Without it a man in the middle who strips STARTTLS reads everything, and the send succeeds.
    requireTLS: !secure && !env.mail.allowClear,
    ignoreTLS: false,
    ...(url.username !== '' && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: mailConnections,
    maxMessages: 50,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: silenceMs,
    dnsTimeout: 5000,
    tls: { minVersion: 'TLSv1.2', servername: url.hostname },
  })
}

export interface OutgoingMail {
  deliveryId: string
  /** When the message came into being; its date, however late it leaves. */
  createdOn: string
  email: EmailPayload
}

/** The one door through which mail leaves. Sending again sends the same bytes under the same Message-ID. */
export const sendMail = async ({ deliveryId, createdOn, email }: OutgoingMail): Promise<CallResult> => {
  const { env } = settings()
  const domain = env.mail.from.split('@')[1] ?? 'localhost'
  transport ??= openTransport()
  try {
    const info = (await transport.sendMail({
      messageId: `<${deliveryId}@${domain}>`,
      date: new Date(createdOn),
      baseBoundary: deliveryId,
      signal: AbortSignal.timeout(mailTimeoutMs),
      from: { name: 'Linea Comune', address: env.mail.from },
      // As an object, never as a string: a string with a comma in it would be two recipients.
      to: [email.to],
      subject: email.subject,
      text: email.text,
      html: email.html,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })) as { message?: Buffer; response?: string; rejected?: unknown[] }
    if (info.message !== undefined) return await capture(deliveryId, info.message)
    if ((info.rejected?.length ?? 0) > 0) return { outcome: 'refused', detail: cut(info.response ?? 'recipient refused') }
    return { outcome: 'accepted', detail: cut(info.response ?? '') }
  } catch (error) {
    return toMailFailure(error)
  }
}

const capture = async (deliveryId: string, message: Buffer): Promise<CallResult> => {
  await fs.mkdir(mailFolder(), { recursive: true, mode: 0o700 })
  const file = path.join(mailFolder(), `${deliveryId}.eml`)
  const draft = `${file}.${String(process.pid)}.part`
  await fs.writeFile(draft, message, { mode: 0o600 })
  await fs.rename(draft, file)
  return { outcome: 'accepted', detail: `scritto nel file ${path.basename(file)}` }
}

const cut = (text: string): string => text.slice(0, 500)

/**
 * Only a recipient or a message refused for good (5xx) is final. A wrong password, certificate or missing TLS is ours
 * to mend: retried slowly. Everything else, a cut connection among it, is retried under the same Message-ID.
 */
export const toMailFailure = (error: unknown): CallResult => {
  const {
    code = '',
    responseCode = 0,
    command = '',
    message = String(error),
  } = error as {
    code?: string
    responseCode?: number
    command?: string
    message?: string
  }
  const detail = cut(`${code} ${message}`.trim())
  // A sender that the relay does not take is our own setting, and says nothing about the recipient.
  if (command === 'MAIL FROM' && responseCode >= 500) return { outcome: 'configuration', detail }
  if ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500) return { outcome: 'refused', detail }
  if (code === 'ETLS' || (code === 'EAUTH' && responseCode >= 500)) return { outcome: 'configuration', detail }
  return { outcome: 'retry', detail }
}

export const closeMail = (): void => {
  transport?.close()
  transport = undefined
}
