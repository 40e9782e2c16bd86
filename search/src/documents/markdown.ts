// SPDX-License-Identifier: AGPL-3.0-or-later
import MarkdownIt from 'markdown-it'
import type { RenderedText } from '../model.js'

const allowedLink = /^(https?:|mailto:|tel:|\/(?!\/)|#|\?|\.{0,2}\/|[^:/?#]+(?:[/?#]|$))/i

// `html: false` shows tags in a text as text: what editors write can never run in a citizen's browser.
const markdown = new MarkdownIt({ html: false, linkify: true })
markdown.validateLink = (url) => allowedLink.test(url.trim()) && !/^\/\/|^\\/.test(url.trim())
// "comune.it" in a sentence is not meant as an address; "https://…" and "nome@comune.it" are.
markdown.linkify.set({ fuzzyLink: false })
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener')
  return renderer.renderToken(tokens, index, options)
}
// Pictures of other servers would tell them who reads the page: the description stays.
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

type Tokens = ReturnType<typeof markdown.parse>

const inlineText = (tokens: Tokens): string =>
  tokens
    .map((token) => {
      if (token.type === 'softbreak') return ' '
      if (token.type === 'hardbreak') return '\n'
      return token.type === 'text' || token.type === 'code_inline' || token.type === 'image' ? token.content : ''
    })
    .join('')

/** The words alone: one line per paragraph, list items with a dash, cells of a table with a comma. */
const plainText = (tokens: Tokens): string => {
  const lines: string[] = []
  let inItem = false
  for (const token of tokens) {
    if (token.type === 'list_item_open') inItem = true
    if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trim())
    if (token.type !== 'inline') continue
    const text = inlineText(token.children ?? []).trim()
    lines.push(inItem ? `- ${text}` : text)
    inItem = false
  }
  return lines.filter((line) => line !== '').join('\n')
}

/** Markdown as a page shows it and as a person would read it aloud. */
export const renderMarkdown = (source: string): RenderedText => {
  const tokens = markdown.parse(source, {})
  return { html: markdown.renderer.render(tokens, markdown.options, {}), text: plainText(tokens) }
}
