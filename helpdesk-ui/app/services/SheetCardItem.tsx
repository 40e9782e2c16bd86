// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetCard } from '@linea-comune/search'
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'

export type SheetCardShown = Pick<SheetCard, 'slug' | 'title' | 'summary' | 'categories' | 'locale'>

export const toSheetCard = ({ slug, title, summary, categories, locale }: SheetCard): SheetCardShown => ({
  slug,
  title,
  summary,
  categories,
  locale,
})

export const SheetCardItem = ({ sheet, heading: Heading = 'h3' }: { sheet: SheetCardShown; heading?: 'h2' | 'h3' }) => {
  const to = useTo()
  const ente = useEnte()
  const category = sheet.categories[0]
  return (
    <article className="card lc-card" lang={sheet.locale}>
      <div className="card-body">
        {category && <p className="category-top lc-category">{category.name}</p>}
        <Heading className="card-title">
          <a className="stretched-link" href={to(paths.service(ente.slug, sheet.slug))} data-element="service-link">
            {sheet.title}
          </a>
        </Heading>
        <p className="card-text">{sheet.summary}</p>
      </div>
    </article>
  )
}
