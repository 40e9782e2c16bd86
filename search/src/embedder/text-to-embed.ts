// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderMarkdown } from '../documents/markdown.js'
import type { IndexSource } from '../model.js'

/** Models read the beginning and forget it when there is much more; what a text is about stands there. */
const longestText = 1500

/** What a text is about, in the words of who wrote it; null for what no question is answered with. */
export const textToEmbed = (source: IndexSource): string | null => {
  if (source.kind !== 'sheet' && source.kind !== 'faq') return null
  const parts =
    source.kind === 'faq'
      ? [source.question, ...source.phrasings, renderMarkdown(source.answer).text]
      : [source.title, ...source.keywords, renderMarkdown(source.summary).text, renderMarkdown(source.sections.audience ?? '').text]
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, longestText)
}
