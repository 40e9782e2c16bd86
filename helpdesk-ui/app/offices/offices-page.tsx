// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { OfficePage } from '@linea-comune/search'
import type { Route } from './+types/offices-page'
import { useEnte, useTo } from '../ente/ente-context'
import { ListLanguageNotice } from '../ente/LanguageNotes'
import { orUnavailable, requireEnte } from '../ente/require-ente'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { useLangOf, useWords } from '../words'

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const offices = await args.context.front.knowledge.reader.offices({ enteCode: ente.code, locale }).catch(orUnavailable('offices'))
  return {
    offices: offices.map(({ slug, name, nameLocale, summary, summaryLocale }) => ({ slug, name, nameLocale, summary, summaryLocale })),
  }
}

/** Those of what is said of an office here. */
const languagesOf = ({ nameLocale, summary, summaryLocale }: Pick<OfficePage, 'nameLocale' | 'summary' | 'summaryLocale'>): Locale[] =>
  summary === '' ? [nameLocale] : [nameLocale, summaryLocale]

export default function OfficesPage({ loaderData: { offices } }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  return (
    <div className="container lc-page">
      <title>{`${t('offices.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('offices.title') }]}
      />
      <h1 data-element="page-name">{t('offices.title')}</h1>
      <p className="lead">{t('offices.intro')}</p>
      <ListLanguageNotice locales={offices.flatMap(languagesOf)} />
      {offices.length === 0 ? (
        <div className="lc-panel">
          <p>{t('offices.none')}</p>
        </div>
      ) : (
        <ul className="row lc-cards">
          {offices.map((office) => (
            <li key={office.slug} className="col-12 col-md-6 col-lg-4">
              <article className="card lc-card">
                <div className="card-body">
                  <h2 className="card-title h5">
                    <a className="stretched-link" href={to(paths.office(ente.slug, office.slug))} lang={langOf(office.nameLocale)}>
                      {office.name}
                    </a>
                  </h2>
                  <p className="card-text" lang={langOf(office.summaryLocale)}>
                    {office.summary}
                  </p>
                </div>
              </article>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
