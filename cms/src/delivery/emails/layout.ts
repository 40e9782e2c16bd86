// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'

/** A paragraph of text, an address on a line of its own, or somebody's words, kept as they were written. */
export type Block = string | { link: string; label: string } | { quote: string } | { code: string; label: string }

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c)

const toText = (block: Block): string => {
  if (typeof block === 'string') return block
  if ('link' in block) return `${block.label}:\n${block.link}`
  if ('code' in block) return `${block.label}: ${block.code}`
  return block.quote
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

const toHtml = (block: Block): string => {
  if (typeof block === 'string') return `<p>${escapeHtml(block)}</p>`
  if ('link' in block) return `<p><a href="${escapeHtml(block.link)}">${escapeHtml(block.label)}</a></p>`
  if ('code' in block) return `<p>${escapeHtml(block.label)}: <strong>${escapeHtml(block.code)}</strong></p>`
  return `<blockquote style="margin:0 0 16px;padding:4px 16px;border-left:4px solid #5a768a;white-space:pre-wrap">${escapeHtml(block.quote)}</blockquote>`
}

/** A subject has one line and 120 characters at most, whatever it is made from. */
const toSubject = (subject: string): string => subject.replace(/\s+/g, ' ').slice(0, 120)

/** The same message twice: as text written for people, and as simple HTML. */
export const composeEmail = (to: EmailPayload['to'], subject: string, lang: string, blocks: readonly Block[]): EmailPayload => ({
  to,
  subject: toSubject(subject),
  text: `${blocks.map(toText).join('\n\n')}\n`,
  html: `<!doctype html><html lang="${lang}"><body style="font-family:'Titillium Web',Arial,sans-serif;font-size:16px;line-height:1.5;color:#17324d;max-width:640px">${blocks.map(toHtml).join('')}</body></html>`,
})
