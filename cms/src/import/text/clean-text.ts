// SPDX-License-Identifier: AGPL-3.0-or-later
import sanitizeHtml from 'sanitize-html'
import { decodeEntities, toMarkdown } from './to-markdown'

/** What was taken out and a person may want to know of: links that led nowhere outside the old site. */
export interface CleanText {
  text: string
  droppedLinks: string[]
}

// A complete tag of any name, a comment, or the beginning of a known tag: browsers close an unfinished `<img onerror=…`.
const htmlTag =
  /<(?!https?:|mailto:|tel:)(?:!|\?|\/?[a-z][\w:-]*(?:[\s/][^<>]*)?>|\/?(?:a|abbr|b|base|body|br|button|div|em|embed|form|frame|h[1-6]|head|hr|html|i|iframe|img|input|li|link|math|meta|object|ol|p|script|section|span|strong|style|svg|table|tbody|td|template|textarea|th|thead|title|tr|u|ul|video)(?![\w-]))/i

const hasHtml = (text: string): boolean => htmlTag.test(text)

const schemes = ['http', 'https', 'mailto', 'tel']
const allowedAddress = /^(?:https?:\/\/|mailto:|tel:)\S/i

const asParagraph = (): sanitizeHtml.Tag => ({ tagName: 'p', attribs: {} })
const asHeading = (): sanitizeHtml.Tag => ({ tagName: 'h3', attribs: {} })
const blocks = [
  'div',
  'section',
  'article',
  'header',
  'footer',
  'aside',
  'main',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'address',
  'center',
]
const headings = ['h1', 'h2', 'h4', 'h5', 'h6']

const sanitize = (html: string, droppedLinks: string[]): string =>
  sanitizeHtml(html, {
    allowedTags: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'a', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: schemes,
    allowProtocolRelative: false,
    // Their content goes with them: it is program, form or drawing, not text.
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'object',
      'embed',
      'svg',
      'math',
      'template',
      'head',
      'title',
      'button',
      'select',
    ],
    transformTags: {
      ...Object.fromEntries(blocks.map((tag) => [tag, asParagraph])),
      ...Object.fromEntries(headings.map((tag) => [tag, asHeading])),
      a: (tagName, attribs) => {
        const address = toAddress(attribs.href ?? '')
        if (address === undefined && attribs.href !== undefined) droppedLinks.push(attribs.href)
        const kept: sanitizeHtml.Attributes = address === undefined ? {} : { href: address }
        return { tagName, attribs: kept }
      },
    },
  })

/** An address that leads somewhere from any site; a relative one would lead into ours. */
const toAddress = (href: string): string | undefined => {
  const trimmed = href.trim().replace(/\s/g, '%20')
  const absolute = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
  return allowedAddress.test(absolute) ? absolute : undefined
}

// Left over from word processors and databases; NUL is refused by PostgreSQL.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u200b\u2028\u2029]/g
const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(controls, '')

/** In Markdown as in HTML a link may hide a program; its text stays. */
const dropUnsafeLinks = (markdown: string, droppedLinks: string[]): string =>
  markdown
    .replace(/(!?)\[([^\]]*)\]\(\s*<?([^)\s>]*)[^)]*\)/g, (link, _image: string, label: string, target: string) => {
      if (isSafeTarget(target)) return link
      droppedLinks.push(target)
      return label
    })
    .replace(/^\s{0,3}\[[^\]]+\]:\s*<?(\S+)/gm, (definition, target: string) => (isSafeTarget(target) ? definition : ''))
    .replace(/<([a-z][a-z0-9+.-]*):[^\s<>]*>/gi, (autolink, scheme: string) => (schemes.includes(scheme.toLowerCase()) ? autolink : ''))

const isSafeTarget = (target: string): boolean => {
  // Renderers decode entities and skip control characters before they look at the scheme.
  const scheme = /^([^/?#]*?):/.exec(decodeEntities(target).replace(/[\s\\]/g, ''))?.[1]
  return scheme === undefined || schemes.includes(scheme.toLowerCase())
}

/** HTML to Markdown; what holds no tags is already Markdown or plain, and stays as it is. */
export const cleanRichText = (input: string): CleanText => {
  const droppedLinks: string[] = []
  const source = tidy(input)
  const markdown = hasHtml(source) ? toMarkdown(sanitize(source, droppedLinks)) : source.trim()
  return { text: dropUnsafeLinks(markdown, droppedLinks), droppedLinks }
}

/** A line of plain text: titles, names, summaries. */
export const cleanPlainText = (input: string): CleanText => {
  let text = tidy(input)
  // Tags may be hidden in entities, more than once; three rounds are more than any real text needs, what still has tags then loses the brackets.
  for (let round = 0; round < 3 && (hasHtml(text) || /&[#\w]+;/.test(text)); round++)
    text = decodeEntities(sanitizeHtml(text.replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, ' '), { allowedTags: [], allowedAttributes: {} }))
  if (hasHtml(text)) text = text.replace(/[<>]/g, '')
  return { text: text.replace(/[\s\u00a0]+/g, (space) => (space === '\u00a0' ? space : ' ')).trim(), droppedLinks: [] }
}
