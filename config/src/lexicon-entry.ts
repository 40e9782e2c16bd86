// SPDX-License-Identifier: AGPL-3.0-or-later

/** How much an entry of an Ente's own words may say, in expressions and in characters. */
export const lexiconEntryLimits = { says: 20, expression: 80, means: 120, reason: 500 } as const

/** Where an entry comes from, as the panel shows it. */
export const lexiconEntryOrigins = ['a-mano', 'domanda', 'richiesta', 'importazione'] as const
export type LexiconEntryOrigin = (typeof lexiconEntryOrigins)[number]
