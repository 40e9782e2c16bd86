// SPDX-License-Identifier: AGPL-3.0-or-later
import { findTerm, topics } from '@linea-comune/config'
import type { Route } from './+types/services-page'
import { useEnte, useTo } from '../ente/ente-context'
import { ListLanguageNotice } from '../ente/LanguageNotes'
import { LocaleField } from '../ente/LocaleField'
import { orUnavailable, requireEnte } from '../ente/require-ente'
import { toPageNumber } from '../page-number'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { Pager } from '../ui/Pager'
import { useWords } from '../words'
import { SheetCardItem, toSheetCard } from './SheetCardItem'

const pageSize = 18

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const { reader } = args.context.front.knowledge
  const query = new URL(args.request.url).searchParams
  const q = (query.get('q') ?? '').slice(0, 200).trim()
  const category = query.get('categoria') ?? ''
  const topic = query.get('argomento') ?? ''
  const page = toPageNumber(query.get('pagina'))
  const scope = { enteCode: ente.code, locale }
  try {
    const categories = await reader.categories(scope)
    const sheets = await reader.sheets({
      ...scope,
      page,
      pageSize,
      ...(q !== '' && { q }),
      ...(category !== '' && { category: categories.find(({ slug }) => slug === category)?.code ?? category }),
      ...(topic !== '' && { topic: findTerm(topics, topic)?.code ?? topic }),
    })
    return {
      q,
      category,
      topic,
      page,
      pages: Math.max(1, Math.ceil(sheets.total / pageSize)),
      total: sheets.total,
      categories,
      sheets: sheets.items.map(toSheetCard),
    }
  } catch (error) {
    return orUnavailable('services')(error)
  }
}

export default function ServicesPage({ loaderData }: Route.ComponentProps) {
  const { q, category, topic, page, pages, total, categories, sheets } = loaderData
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const filtered = q !== '' || category !== '' || topic !== ''
  const hrefOf = (wanted: number): string =>
    to(paths.services(ente.slug, { categoria: category, argomento: topic, q, ...(wanted > 1 && { pagina: wanted }) }))
  return (
    <div className="container lc-page">
      <title>{`${t('services.title')} – ${ente.name}`}</title>
      <meta name="description" content={t('services.intro')} />
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('services.title') }]}
      />
      <h1 data-element="page-name">{t('services.title')}</h1>
      <p className="lead">{t('services.intro')}</p>
      <form className="lc-filters" role="search" method="get" action={paths.services(ente.slug)}>
        <LocaleField />
        <div className="lc-filter lc-filter-wide">
          <label className="lc-label" htmlFor="q">
            {t('services.searchLabel')}
          </label>
          <input id="q" name="q" type="search" className="form-control lc-input" defaultValue={q} maxLength={200} />
        </div>
        <div className="lc-filter">
          <label className="lc-label" htmlFor="categoria">
            {t('services.category')}
          </label>
          <select id="categoria" name="categoria" className="form-select lc-input" defaultValue={category}>
            <option value="">{t('services.allCategories')}</option>
            {categories.map(({ slug, name, count }) => (
              <option key={slug} value={slug}>
                {name} ({count})
              </option>
            ))}
          </select>
        </div>
        <button className="btn btn-primary" type="submit">
          {t('services.filter')}
        </button>
      </form>
      <div className="lc-section-head lc-results">
        <h2 className="h5" aria-live="polite">
          {t('services.count', { count: total })}
        </h2>
        {filtered && <a href={to(paths.services(ente.slug))}>{t('services.clear')}</a>}
      </div>
      <ListLanguageNotice locales={sheets.map(({ locale }) => locale)} />
      {sheets.length === 0 ? (
        <div className="lc-panel">
          <p className="lead">{t('services.none')}</p>
          <p>{t('services.noneHelp')}</p>
        </div>
      ) : (
        <ul className="row lc-cards">
          {sheets.map((sheet) => (
            <li key={sheet.slug} className="col-12 col-md-6 col-lg-4">
              <SheetCardItem sheet={sheet} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={pages}
        hrefOf={hrefOf}
        words={{ label: t('site.pages'), where: t('site.page', { page, pages }), previous: t('site.previous'), next: t('site.next') }}
      />
    </div>
  )
}
