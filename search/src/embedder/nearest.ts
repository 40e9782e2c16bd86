// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import type { StampedQuestion } from '../documents/question-document.js'
import { all, isOneOf } from '../filter.js'
import { visibleTo } from '../visibility.js'
import type { Embedder } from './embedder.js'
import { embedderName } from './vectors-for.js'

export interface Near {
  document: StampedQuestion
  /** Cosine of the angle between question and text. */
  similarity: number
}

interface AskedInMeaning {
  enteCode: string
  /** Without anything that tells who asks. */
  text: string
  /** The language of the page, and the one the question is written in. */
  locales: readonly Locale[]
}

export interface Nearest {
  /** The published texts of a scope nearest in meaning that are near enough, best first. Never throws, and is never long. */
  to: (asked: AskedInMeaning) => Promise<Near[]>
}

export interface NearestOptions {
  onError?: (error: unknown) => void
  timeoutMs?: number
  /** Whoever is away is asked again after this long. */
  pauseMs?: number
}

/** A citizen who gets no answer waits this much longer at most. */
const patienceMs = 300
const restMs = 10_000
const mostShown = 3
/** A text may be there in three languages that somebody reads. */
const lookedAt = 3 * mostShown

export const createNearest = (
  client: EngineClient,
  embedder: Embedder,
  { onError = () => undefined, timeoutMs = patienceMs, pauseMs = restMs }: NearestOptions = {},
): Nearest => {
  let away = false
  let triedAt = 0

  const search = async ({ enteCode, text, locales }: AskedInMeaning): Promise<Near[]> => {
    const signal = AbortSignal.timeout(timeoutMs)
    const vector = embedder.engineReadsQuestions ? undefined : (await embedder.vectorsOf([text], signal))[0]
    const { hits } = await client.index<StampedQuestion>('questions').search(
      vector === undefined ? text : '',
      {
        ...(vector !== undefined && { vector }),
        hybrid: { embedder: embedderName, semanticRatio: 1 },
        filter: all(visibleTo(enteCode), isOneOf('kind', ['sheet', 'faq']), isOneOf('locale', [defaultLocale, ...locales])),
        limit: lookedAt,
        showRankingScore: true,
      },
      { signal },
    )
    // The engine maps a cosine of -1 to 0, of 1 to 1.
    const near = hits.map(({ _rankingScore = 0, ...document }) => ({ document, similarity: 2 * _rankingScore - 1 }))
    return oneLanguageEach(near, locales[0] ?? defaultLocale)
      .filter(({ similarity }) => similarity >= embedder.least)
      .slice(0, mostShown)
  }

  return {
    to: async (asked) => {
      // An engine that asks a service which is away keeps trying long after nobody waits any more: it is left alone for a while.
      if (away && Date.now() - triedAt < pauseMs) return []
      triedAt = Date.now()
      try {
        const near = await search(asked)
        away = false
        return near
      } catch (error) {
        if (!away) onError(error)
        away = true
        return []
      }
    },
  }
}

/** A document is as near as its nearest language, and shown in the language of the page. */
const oneLanguageEach = (near: readonly Near[], asked: Locale): Near[] => {
  const found = new Map<string, Near>()
  for (const { document, similarity } of near) {
    const known = found.get(document.documentId)
    if (known === undefined || (known.document.locale !== asked && document.locale === asked))
      found.set(document.documentId, { document, similarity: known?.similarity ?? similarity })
  }
  return [...found.values()]
}
