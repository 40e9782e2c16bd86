// SPDX-License-Identifier: AGPL-3.0-or-later

/** From which probability on one answer is given, and from which a choice of three. */
export interface Thresholds {
  answer: number
  choice: number
}

/** A new Ente begins with these, strict. */
export const startingThresholds: Thresholds = { answer: 0.9, choice: 0.8 }
