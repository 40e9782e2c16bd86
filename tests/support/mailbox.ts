// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { simpleParser, type ParsedMail } from 'mailparser'
import { until } from './until.js'

export interface Mail {
  file: string
  to: string
  subject: string
  text: string
}

const toMail = (file: string, parsed: ParsedMail): Mail => {
  const to = Array.isArray(parsed.to) ? parsed.to[0] : parsed.to
  return { file, to: to?.value[0]?.address ?? '', subject: parsed.subject ?? '', text: parsed.text ?? '' }
}

/** Every message the system wrote to its data folder because no mail server was configured. */
export const capturedMail = async (dataDir: string): Promise<Mail[]> => {
  const folder = path.join(dataDir, 'mail')
  if (!fs.existsSync(folder)) return []
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return Promise.all(files.map(async (name) => toMail(name, await simpleParser(fs.readFileSync(path.join(folder, name))))))
}

/** Waits for a message to this person with these words in its subject. */
export const mailTo = (dataDir: string, to: string, subject: string): Promise<Mail> =>
  until(`a mail to ${to} about "${subject}"`, async () =>
    (await capturedMail(dataDir)).find((mail) => mail.to === to && mail.subject.includes(subject)),
  )

/** The first address in a message that begins like this. */
export const linkIn = (mail: Mail, beginning: string): string => {
  const link = mail.text.split(/\s+/).find((word) => word.startsWith(beginning))
  if (link === undefined) throw new Error(`no link that begins with ${beginning} in:\n${mail.text}`)
  return link
}
