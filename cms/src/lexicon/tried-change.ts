// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PanelResponse } from '@linea-comune/config'
import type { TriedEntry } from '@linea-comune/search'

type Change = PanelResponse<'tryLexiconEntry'>['changes'][number]

/** How much a citizen gets. */
const worth = { none: 0, choice: 1, answer: 2 } as const

/** A question that would be answered differently, and whether its citizens gain or lose. */
export const toChange = ({ q, before, after }: TriedEntry['changes'][number]): Change => {
  const gain = worth[after.outcome] - worth[before.outcome]
  const present = ({ outcome, first }: typeof before) => ({ outcome, title: first?.title ?? null })
  return { question: q, change: gain > 0 ? 'gained' : gain < 0 ? 'lost' : 'other', before: present(before), after: present(after) }
}
