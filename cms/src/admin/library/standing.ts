// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModelCard } from '@linea-comune/config'

/** How the Ente stands to a model, the most urgent thing first. */
export const standings = ['proposal', 'missing', 'free', 'adopted'] as const
export type Standing = (typeof standings)[number]

export const standingNames: Record<Standing, string> = {
  proposal: 'Aggiornamento da decidere',
  missing: 'Da completare',
  free: 'Non adottato',
  adopted: 'Adottato',
}

export const standingOf = ({ mine }: Pick<ModelCard, 'mine'>): Standing => {
  if (mine.length === 0) return 'free'
  if (mine.some(({ proposalId }) => proposalId !== null)) return 'proposal'
  return mine.some(({ missing }) => missing.length > 0) ? 'missing' : 'adopted'
}

export interface Wanted {
  words: string
  category: string
  standing: string
}

/** Without accents and capitals: `citta` finds «Città». */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const choose = (models: readonly ModelCard[], { words, category, standing }: Wanted): ModelCard[] => {
  const asked = plain(words).split(/\s+/).filter(Boolean)
  return models.filter((model) => {
    const text = plain([model.title, model.summary, ...model.categories].join(' '))
    return (
      asked.every((word) => text.includes(word)) &&
      (category === '' || model.categories.includes(category)) &&
      (standing === '' || standingOf(model) === standing)
    )
  })
}

export const categoriesOf = (models: readonly ModelCard[]): string[] =>
  [...new Set(models.flatMap(({ categories }) => categories))].sort((a, b) => a.localeCompare(b, 'it'))
