// SPDX-License-Identifier: AGPL-3.0-or-later
import { lexiconEntryLimits as limits, locales, type Locale } from '@linea-comune/config'
import { z } from 'zod'
import { contentWords } from '../analysis/content-words.js'
import { stem } from '../analysis/stem.js'
import { isStopWord } from '../analysis/stop-words.js'

/** Words that an Ente or the federation added to the lexicon that comes with the product. */
export interface LexiconEntry {
  kind: 'lexicon-entry'
  documentId: string
  /** Code of the Ente, or the federation's scope. */
  scope: string
  locale: Locale
  says: readonly string[]
  means: string
}

const says = (text: string, locale: Locale): boolean => contentWords(text, locale).length > 0

const entry = z
  .object({
    kind: z.literal('lexicon-entry'),
    documentId: z.string(),
    scope: z.string().min(1),
    locale: z.enum(locales),
    says: z.array(z.string().max(limits.expression)).min(1).max(limits.says),
    means: z.string().max(limits.means),
  })
  .refine(({ says: expressions, locale }) => expressions.every((text) => says(text, locale)), 'an expression says nothing')
  .refine(({ means, locale }) => meansWords(means, locale).length > 0, 'it means nothing')

/** What the index holds, checked: it may have got there past the back office. Throws with what is wrong. */
export const parseLexiconEntry = (record: unknown): LexiconEntry => entry.parse(record)

/** What makes two expressions the same: their words that count, as stems. Empty for an expression that says nothing. */
export const expressionKey = (text: string, locale: Locale): string =>
  contentWords(text, locale)
    .map((word) => stem(word, locale))
    .join(' ')

/** The administration's words that count. They may be Italian, whatever language the citizens speak. */
export const meansWords = (means: string, locale: Locale): string[] => contentWords(means, locale).filter((word) => !isStopWord(word, 'it'))
