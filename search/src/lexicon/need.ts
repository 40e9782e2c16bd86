// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '@linea-comune/config'
import { z } from 'zod'

const expressions = z.array(z.string().min(1))

const need = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Why these words go together; in Italian, for whoever edits it. */
  because: z.string().min(1),
  /** Topics of the vocabulary. */
  topics: z.array(z.string()).default([]),
  /** Needs that contain this one: who answers those may answer this. */
  broader: z.array(z.string()).default([]),
  /** The administration's names for what answers it. */
  means: expressions.min(1),
  /** Citizens' words for it. */
  says: expressions.default([]),
  /** Whole questions of citizens. */
  phrasings: expressions.default([]),
  en: expressions.default([]),
  de: expressions.default([]),
  sl: expressions.default([]),
  fr: expressions.default([]),
})

/** What people come to a town hall for: how citizens say it, how the administration does. */
export type Need = z.infer<typeof need> & {
  /** Category of services of the Modello Comuni; null for what concerns the Comune itself, or nobody at a town hall. */
  category: string | null
  /** Nobody at a town hall answers this: people ask all the same. */
  outOfScope: boolean
}

export const lexiconFile = z.object({
  category: z.string().nullable(),
  outOfScope: z.boolean().default(false),
  needs: z.array(need).min(1),
})
export type LexiconFile = z.infer<typeof lexiconFile>

/** The languages in which citizens' words for a need are lists of expressions alone. */
export type ForeignLocale = Exclude<Locale, 'it'>
export const foreignLocales = locales.filter((locale): locale is ForeignLocale => locale !== 'it')
