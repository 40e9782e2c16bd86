// SPDX-License-Identifier: AGPL-3.0-or-later

/** `pages`: what public pages show. `questions`: sheets and FAQs as stems, from which questions are answered, the Enti's own words, and what they confirmed. */
export const indexNames = ['pages', 'questions'] as const
export type IndexName = (typeof indexNames)[number]

/** Where a rebuild prepares the index that will take this one's place. */
export const nextNameOf = <N extends IndexName>(name: N): `${N}_next` => `${name}_next`

/** Scope of what belongs to everybody. No code in the index of public administrations (`c_l378`, `p_tn`…) looks like it. */
export const federationScope = 'fed'

export const scopeOf = (enteCode: string | null): string => enteCode ?? federationScope

export const enteCodeOf = (scope: string): string | null => (scope === federationScope ? null : scope)
