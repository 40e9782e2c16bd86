// SPDX-License-Identifier: AGPL-3.0-or-later
import { tables } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

const service = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  emDelimiter: '*',
  strongDelimiter: '**',
  linkStyle: 'inlined',
})
service.use(tables)

// Turndown leaves `<` in text alone, and a page that escaped a tag would get it back alive.
const escapeMarkdown = service.escape.bind(service)
service.escape = (text) =>
  escapeMarkdown(text)
    .replace(/</g, '&lt;')
    .replace(/\\([[\]_])/g, '$1')

service.addRule('heading', {
  filter: 'h3',
  replacement: (content) => (content.trim() === '' ? '' : `\n\n**${content.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()}**\n\n`),
})

service.addRule('link', {
  filter: 'a',
  replacement: (content, node) => {
    const label = content.replace(/\s+/g, ' ').trim()
    const href = (node as { getAttribute?(name: string): string | null }).getAttribute?.('href') ?? ''
    if (label === '' || href === '') return content
    // Parentheses would end the address.
    return `[${label.replace(/[[\]]/g, '')}](${href.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
  },
})

service.addRule('item', {
  filter: 'li',
  replacement: (content, node) => {
    const list = (node as unknown as { parentNode: { nodeName: string; children: ArrayLike<unknown> } | null }).parentNode
    const marker = list?.nodeName === 'OL' ? `${String(Array.from(list.children).indexOf(node) + 1)}. ` : '- '
    const text = content
      .trim()
      .replace(/\n{2,}/g, '\n')
      .replace(/\n/g, `\n${' '.repeat(marker.length)}`)
    return text === '' ? '' : `${marker}${text}\n`
  },
})

/** Sanitised HTML to Markdown as a person would write it. */
export const toMarkdown = (html: string): string =>
  service
    .turndown(html.replace(/&nbsp;|\u00a0/g, ' '))
    .replace(/[ \t]+$/gm, (end) => (end === '  ' ? end : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  sol: '/',
  Tab: ' ',
  NewLine: ' ',
  lpar: '(',
  rpar: ')',
  agrave: 'à',
  egrave: 'è',
  eacute: 'é',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  Agrave: 'À',
  Egrave: 'È',
  Eacute: 'É',
  Igrave: 'Ì',
  Ograve: 'Ò',
  Ugrave: 'Ù',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  euro: '€',
  deg: '°',
  middot: '·',
  bull: '•',
}

export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,10}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? entity
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
