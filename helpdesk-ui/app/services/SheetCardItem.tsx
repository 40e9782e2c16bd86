// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetCard } from '@linea-comune/search'
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'
import { useLangOf, useWords } from '../words'

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
  const t = useWords()
  const langOf = useLangOf()
  const category = sheet.categories[0]
  const lang = langOf(sheet.locale)
  return (
    <article className="card lc-card">
      <div className="card-body">
        {(category !== undefined || lang !== undefined) && (
          <p className="category-top lc-category">
            {category && <span lang={langOf(category.nameLocale)}>{category.name}</span>}
            {category && lang && <span aria-hidden="true"> · </span>}
            {lang && t('site.inItalian')}
          </p>
        )}
        <Heading className="card-title">
          <a className="stretched-link" href={to(paths.service(ente.slug, sheet.slug))} data-element="service-link" lang={lang}>
            {sheet.title}
          </a>
        </Heading>
        <p className="card-text" lang={lang}>
          {sheet.summary}
        </p>
      </div>
    </article>
  )
}
