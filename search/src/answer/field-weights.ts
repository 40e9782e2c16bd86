// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StemField } from '../documents/stem-fields.js'

/** BM25F: how much a field says, and how long it usually is. A word in a title is worth several in a text. */
export const fieldWeights: Record<StemField, number> = {
  sTitle: 6,
  sPhrasings: 4,
  sKeywords: 4,
  sSummary: 2.5,
  sAnswer: 1.5,
  sHowTo: 1,
  sCosts: 1,
  sAudience: 1,
  sNeeded: 1,
  sTimes: 0.8,
  sOutcome: 1,
  sAccess: 0.5,
  sConstraints: 0.8,
  sSpecialCases: 0.8,
  sFurtherInfo: 0.5,
  sConditions: 0.3,
  // Names of offices and streets: they match many questions and answer few.
  sContacts: 0.3,
}

export const typicalLengths: Partial<Record<StemField, number>> = { sTitle: 4, sPhrasings: 20, sKeywords: 8, sSummary: 15, sAnswer: 40 }
export const otherLength = 40

/** Saturation and length normalisation; b between 0.2 and 0.75 changed a point (measured). */
export const bm25 = { k1: 2, b: 0.4 }
