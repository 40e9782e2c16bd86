// SPDX-License-Identifier: AGPL-3.0-or-later

/** What speaks for a document. Most lie between 0 and 1; all are 0 when nothing does. */
export const featureNames = [
  /** Share of what was asked that the document says, rare words counting more. */
  'coverage',
  /** The same in its title. */
  'titleCoverage',
  /** The same in its title or summary. */
  'summaryCoverage',
  /** BM25F over all fields, not normalised by the question: long questions that match in much stand out. */
  'bm25',
  /** Likeness to the title or the phrasing that is most like the question. */
  'likeness',
  /** Likeness of letters to the title: forms and spellings that stems miss. */
  'letters',
  /** Words that stand side by side in the question and in the document. */
  'order',
  /** It says what the question wants to know: costs, times, where… */
  'intent',
  /** An Ente's own text before the federation's. */
  'own',
  /** Likeness of the needs that the question and the document speak of. */
  'needs',
  /** Its title and key words say the official names of those needs. */
  'named',
  /** How likely the need that the document speaks of most is, compared with the likeliest one. */
  'mainNeed',
  /** Likeness of the document's needs and those that contain the question's. */
  'around',
  /** Likeness of the topics that the question and the document speak of: for needs that are seldom named, or not known. */
  'topics',
] as const
export type Feature = (typeof featureNames)[number]
export type Features = Record<Feature, number>
