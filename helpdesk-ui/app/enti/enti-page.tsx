// SPDX-License-Identifier: AGPL-3.0-or-later
import { toSlug } from '@linea-comune/config'
import { summarisedIn } from '@linea-comune/search'
import type { Route } from './+types/enti-page'
import { askedLocale } from '../asked-locale'
import { useTo } from '../ente/ente-context'
import { LocaleField } from '../ente/LocaleField'
import { NoEnteFrame } from '../ente/NoEnteFrame'
import { orUnavailable } from '../ente/require-ente'
import { changeLanguage, paths } from '../paths'
import { Icon } from '../ui/Icon'
import { useLangOf, useWords, WordsIn } from '../words'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const enti = await context.front.enti.all().catch(orUnavailable('enti'))
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 80).trim()
  const wanted = toSlug(q)
  const found = enti.filter((ente) => wanted === '' || toSlug(`${ente.name} ${ente.province} ${ente.address?.city ?? ''}`).includes(wanted))
  const locale = askedLocale(request)
  return {
    q,
    locale,
    search: new URL(request.url).search,
    enti: found
      .map((ente) => summarisedIn(ente, locale))
      .map(({ slug, name, nameLocale, summary, summaryLocale }) => ({ slug, name, nameLocale, summary, summaryLocale })),
  }
}

const steps = ['1', '2', '3'] as const

export default function EntiPage({ loaderData }: Route.ComponentProps) {
  return (
    <WordsIn locale={loaderData.locale} enteName="">
      <Enti {...loaderData} />
    </WordsIn>
  )
}

const Enti = ({ q, enti, search }: Route.ComponentProps['loaderData']) => {
  const t = useWords()
  const to = useTo()
  const langOf = useLangOf()
  return (
    <NoEnteFrame hrefIn={changeLanguage(paths.enti(), search)}>
      <title>{`${t('enti.title')} – ${t('site.name')}`}</title>
      <meta name="description" content={t('enti.intro')} />
      <section className="lc-hero">
        <div className="container">
          <div className="lc-hero-text">
            <h1>{t('enti.title')}</h1>
            <p className="lead">{t('enti.intro')}</p>
            <form className="lc-ask" role="search" action={paths.enti()} method="get">
              <LocaleField />
              <label htmlFor="q" className="lc-label">
                {t('enti.search')}
              </label>
              <div className="lc-ask-row">
                <input id="q" name="q" type="search" className="form-control" defaultValue={q} maxLength={80} autoComplete="off" />
                <button className="btn btn-primary" type="submit">
                  <Icon name="it-search" className="icon-white icon-sm" /> {t('enti.searchButton')}
                </button>
              </div>
            </form>
          </div>
        </div>
      </section>
      <section className="container lc-section" aria-labelledby="enti">
        <div className="lc-section-head">
          <h2 id="enti">{q === '' ? t('enti.all') : t('enti.count', { count: enti.length })}</h2>
          {q !== '' && <a href={to(paths.enti())}>{t('enti.showAll')}</a>}
        </div>
        {enti.length === 0 ? (
          <p className="lead">{t('enti.none', { q })}</p>
        ) : (
          <ul className="row lc-cards">
            {enti.map((ente) => (
              <li key={ente.slug} className="col-12 col-md-6 col-lg-4">
                <article className="card lc-card lc-card-ente">
                  <div className="card-body">
                    <h3 className="card-title">
                      <a className="stretched-link" href={to(paths.home(ente.slug))} lang={langOf(ente.nameLocale)}>
                        {ente.name}
                      </a>
                    </h3>
                    <p className="card-text" lang={langOf(ente.summaryLocale)}>
                      {ente.summary}
                    </p>
                    <p className="lc-go" aria-hidden="true">
                      {t('enti.open')} <Icon name="it-arrow-right" className="icon-primary icon-sm" />
                    </p>
                  </div>
                </article>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="lc-band" aria-labelledby="come">
        <div className="container lc-section">
          <h2 id="come">{t('enti.how.title')}</h2>
          <ol className="row lc-steps">
            {steps.map((step) => (
              <li key={step} className="col-12 col-md-4">
                <h3 className="h5">{t(`enti.how.${step}.title`)}</h3>
                <p>{t(`enti.how.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>
    </NoEnteFrame>
  )
}
