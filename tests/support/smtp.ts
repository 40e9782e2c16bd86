// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { freePorts } from './ports.js'

interface ReceivedMail {
  messageId: string
  /** Hash of the bytes as they came. */
  bytes: string
  to: string
  subject: string
  text: string
}

export interface MailCatcher {
  url: string
  received: ReceivedMail[]
  /** Answers the next conversations with this SMTP code instead of accepting. */
  refuseWith: (code: number | null) => void
  stop: () => Promise<void>
}

/** A mail server that keeps what it gets. */
export const catchMail = async (): Promise<MailCatcher> => {
  const [port = 0] = await freePorts(1)
  const received: ReceivedMail[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => {
      callback(refusal === null ? null : Object.assign(new Error('refused by the test'), { responseCode: refusal }))
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void simpleParser(raw).then((mail) => {
          received.push({
            messageId: mail.messageId ?? '',
            bytes: createHash('sha256').update(raw).digest('hex'),
            to: session.envelope.rcptTo[0]?.address ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
          })
          callback()
        }, callback)
      })
    },
  })
  // A client that is killed in the middle of a conversation is what some of these tests are about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    refuseWith: (code) => (refusal = code),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
