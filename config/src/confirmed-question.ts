// SPDX-License-Identifier: AGPL-3.0-or-later

/** How long a remembered question may be, in characters: as long as a question that is kept. */
export const confirmedQuestionLimits = { question: 300 } as const

/** Where a confirmed question comes from, as the panel shows it. */
export const confirmedQuestionOrigins = ['a-mano', 'domanda', 'richiesta'] as const
export type ConfirmedQuestionOrigin = (typeof confirmedQuestionOrigins)[number]
