// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import type { Route } from './+types/office-page'
import { useEnte, useTo } from '../ente/ente-context'
import { HoursTable } from '../ente/HoursTable'
import { ListLanguageNotice } from '../ente/LanguageNotes'
import { orUnavailable, refusePage, requireEnte } from '../ente/require-ente'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { RichText } from '../ui/RichText'
import { useLangOf, useWords } from '../words'
import { ContactPointEntries } from './ContactPointEntries'
import { PlaceCard } from './PlaceCard'

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const office = await args.context.front.knowledge.reader
    .office({ enteCode: ente.code, slug: args.params.slug, locale })
    .catch(orUnavailable('office'))
  if (office === null) return refusePage('not-found')
  return { office }
}

export default function OfficePage({ loaderData: { office } }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  const lang = langOf(office.nameLocale)
  return (
    <div className="container lc-page">
      <title>{`${office.name} – ${ente.name}`}</title>
      <meta name="description" content={office.summary} />
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[
          { label: t('site.home'), href: to(paths.home(ente.slug)) },
          { label: t('offices.title'), href: to(paths.offices(ente.slug)) },
          { label: office.name, lang },
        ]}
      />
      <h1 lang={lang}>{office.name}</h1>
      <p className="lead" lang={langOf(office.summaryLocale)}>
        {office.summary}
      </p>
      <ListLanguageNotice locales={office.duties.text === '' ? [office.nameLocale] : [office.nameLocale, defaultLocale]} />
      <div className="row lc-sheet">
        <div className="col-12 col-lg-7 lc-sections">
          {office.duties.text !== '' && (
            <section aria-labelledby="competenze">
              <h2 id="competenze" className="h3">
                {t('office.duties')}
              </h2>
              <RichText html={office.duties.html} lang={langOf(defaultLocale)} />
            </section>
          )}
          {office.places.length > 0 && (
            <section aria-labelledby="sedi">
              <h2 id="sedi" className="h3">
                {t('office.places')}
              </h2>
              {office.places.map((place) => (
                <PlaceCard key={place.documentId} place={place} />
              ))}
            </section>
          )}
        </div>
        <aside className="col-12 col-lg-5">
          <div className="lc-panel">
            {office.contactPoints.length > 0 && (
              <section aria-labelledby="contatti">
                <h2 id="contatti" className="h5">
                  {t('office.contacts')}
                </h2>
                {office.contactPoints.map((point) => (
                  <ContactPointEntries key={point.documentId} point={point} />
                ))}
              </section>
            )}
            {(office.hours.length > 0 || office.hoursNote) && (
              <section aria-labelledby="orari">
                <h2 id="orari" className="h5">
                  {t('office.hours')}
                </h2>
                {office.hours.length > 0 && <HoursTable hours={office.hours} caption={t('office.hours')} />}
                {office.hoursNote && (
                  <p className="lc-muted" lang={langOf(defaultLocale)}>
                    {office.hoursNote}
                  </p>
                )}
              </section>
            )}
          </div>
        </aside>
      </div>
    </div>
  )
}
