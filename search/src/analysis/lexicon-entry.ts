// SPDX-License-Identifier: AGPL-3.0-or-later

export interface LexiconEntry {
  /** Expressions of one to three words, as people say them. */
  says: readonly string[]
  /** Expressions of the administration, in Italian. */
  means: readonly string[]
  /** Why they go together. */
  because: string
}
