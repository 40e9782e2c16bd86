// SPDX-License-Identifier: AGPL-3.0-or-later
import { takesTickets } from '@linea-comune/config'
import type { SheetCard } from '@linea-comune/search'
import type { Route } from './+types/home-page'
import { QuestionBox } from '../answers/QuestionBox'
import { ContactList } from '../ente/ContactList'
import { useEnte, useTo } from '../ente/ente-context'
import { HoursTable } from '../ente/HoursTable'
import { requireEnte } from '../ente/require-ente'
import { paths } from '../paths'
import { SheetCardItem, toSheetCard } from '../services/SheetCardItem'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { useLangOf, useWords } from '../words'

const commonServices = 6

/** What the Ente wrote itself is nearer to its citizens than what is the same everywhere. */
const ownFirst = (sheets: readonly SheetCard[]): SheetCard[] => [
  ...sheets.filter((s) => s.enteCode !== null),
  ...sheets.filter((s) => s.enteCode === null),
]

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const { reader } = args.context.front.knowledge
  const scope = { enteCode: ente.code, locale }
  const [sheets, categories] = await Promise.allSettled([reader.sheets({ ...scope, page: 1, pageSize: 60 }), reader.categories(scope)])
  return {
    // The question box and the form work without these.
    down: sheets.status === 'rejected',
    sheets: sheets.status === 'fulfilled' ? ownFirst(sheets.value.items).slice(0, commonServices).map(toSheetCard) : [],
    categories: categories.status === 'fulfilled' ? categories.value : [],
  }
}

export default function HomePage({ loaderData: { sheets, categories, down } }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  const writable = takesTickets(ente.lifecycle)
  return (
    <>
      <title>{ente.name}</title>
      <meta name="description" content={ente.summary} />
      <section className="lc-hero">
        <div className="container">
          <div className="lc-hero-text">
            <h1>{t('home.title')}</h1>
            <p className="lead">{t(writable ? 'home.lead' : 'home.leadSuspended')}</p>
            <QuestionBox label={t('home.question')} hint={t('home.hint')} />
          </div>
        </div>
      </section>
      {down && (
        <div className="container lc-above">
          <Notice tone="warning">
            <p>{t('site.contentsDown')}</p>
          </Notice>
        </div>
      )}
      {sheets.length > 0 && (
        <section className="container lc-section" aria-labelledby="servizi">
          <div className="lc-section-head">
            <h2 id="servizi">{t('home.common')}</h2>
            <a className="lc-more" href={to(paths.services(ente.slug))}>
              {t('home.allServices')} <Icon name="it-arrow-right" className="icon-primary icon-sm" />
            </a>
          </div>
          <ul className="row lc-cards">
            {sheets.map((sheet) => (
              <li key={sheet.slug} className="col-12 col-md-6 col-lg-4">
                <SheetCardItem sheet={sheet} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {categories.length > 0 && (
        <section className="lc-band" aria-labelledby="categorie">
          <div className="container lc-section">
            <div className="lc-section-head">
              <h2 id="categorie">{t('home.categories')}</h2>
              <a className="lc-more" href={to(paths.services(ente.slug))} data-element="all-topics">
                {t('home.allTopics')} <Icon name="it-arrow-right" className="icon-primary icon-sm" />
              </a>
            </div>
            <ul className="lc-chips">
              {categories.map((category) => (
                <li key={category.code}>
                  <a
                    className="chip chip-simple chip-primary lc-chip"
                    href={to(paths.services(ente.slug, { categoria: category.slug }))}
                    data-element="service-category-link"
                  >
                    <span className="chip-label" lang={langOf(category.nameLocale)}>
                      {category.name}
                    </span>
                    <span className="lc-chip-count">{category.count}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <section className="container lc-section">
        <div className="row lc-cards">
          <div className="col-12 col-lg-7">
            <div className="lc-panel">
              <h2 className="h4">{t('home.contacts')}</h2>
              <div className="lc-panel-columns lc-panel-columns-contacts">
                <ContactList ente={ente} />
                {ente.hours.length > 0 && <HoursTable hours={ente.hours} caption={t('office.hours')} />}
              </div>
            </div>
          </div>
          <div className="col-12 col-lg-5 lc-invites">
            {writable && (
              <div className="lc-invite">
                <h2 className="h4">{t('home.writeTitle')}</h2>
                <p>{t('home.writeText')}</p>
                <a className="btn btn-primary" href={to(paths.newTicket(ente.slug))}>
                  {t('home.writeLink')}
                </a>
              </div>
            )}
            <div className="lc-invite">
              <h2 className="h4">{t('home.followTitle')}</h2>
              <p>{t('home.followText')}</p>
              <a className="btn btn-outline-primary" href={to(paths.tickets(ente.slug))}>
                {t('home.followLink')}
              </a>
            </div>
          </div>
        </div>
      </section>
    </>
  )
}
