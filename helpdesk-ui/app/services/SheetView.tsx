// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections, takesTickets, type Locale, type SheetSectionKey } from '@linea-comune/config'
import type { SheetPage as Sheet } from '@linea-comune/search'
import type { Asked } from '../answers/asked'
import { Feedback } from '../answers/Feedback'
import { useEnte, useTo } from '../ente/ente-context'
import { LanguageNotice } from '../ente/LanguageNotes'
import { ReviewNotice } from '../ente/ReviewNote'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { RichText } from '../ui/RichText'
import { useLangOf, useLocale, useWords } from '../words'
import { formatDate } from '../words/dates'
import { hasContacts, SheetContacts } from './SheetContacts'

interface ShownSection {
  key: SheetSectionKey
  heading: string
  html: string | null
  element: string | null
}

/**
 * The sections of the model in their order: the fixed ones always, the others when they have a text. Their names are the model's,
 * so that the reader gets them in their own language also over a text that is not translated.
 */
const sectionsOf = (sheet: Sheet, locale: Locale): ShownSection[] =>
  sheetSections.flatMap(({ key, heading, element, fixed }) => {
    const text = sheet.sections.find((section) => section.key === key)
    return text === undefined && !fixed ? [] : [{ key, heading: heading[locale], html: text?.html ?? null, element }]
  })

const AccessLinks = ({ sheet }: { sheet: Sheet }) => {
  const t = useWords()
  const langOf = useLangOf()
  return sheet.onlineUrl || sheet.bookingUrl ? (
    <p className="lc-actions">
      {sheet.onlineUrl && (
        <a className="btn btn-primary" href={sheet.onlineUrl} data-element="service-online-access">
          {sheet.onlineLabel ? <span lang={langOf(sheet.locale)}>{sheet.onlineLabel}</span> : t('sheet.online')}
        </a>
      )}
      {sheet.bookingUrl && (
        <a className="btn btn-outline-primary" href={sheet.bookingUrl} data-element="service-booking-access">
          {t('sheet.book')}
        </a>
      )}
    </p>
  ) : null
}

const SectionBody = ({ section, sheet }: { section: ShownSection; sheet: Sheet }) => {
  const t = useWords()
  const langOf = useLangOf()
  const extra =
    section.key === 'access' ? (
      <AccessLinks sheet={sheet} />
    ) : section.key === 'contacts' && hasContacts(sheet) ? (
      <SheetContacts sheet={sheet} />
    ) : null
  const hasExtra = section.key === 'access' ? Boolean(sheet.onlineUrl || sheet.bookingUrl) : extra !== null
  return (
    <div data-element={section.element ?? undefined}>
      {section.html !== null && <RichText html={section.html} lang={langOf(sheet.locale)} />}
      {section.html === null && !hasExtra && <p className="lc-muted">{t('sheet.empty')}</p>}
      {extra}
    </div>
  )
}

/** A service sheet as citizens read it. */
export const SheetView = ({ sheet, asked = null }: { sheet: Sheet; asked?: Asked | null }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const locale = useLocale()
  const langOf = useLangOf()
  const lang = langOf(sheet.locale)
  const sections = sectionsOf(sheet, locale)
  const category = sheet.categories[0]
  return (
    <>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[
          { label: t('site.home'), href: to(paths.home(ente.slug)) },
          { label: t('services.title'), href: to(paths.services(ente.slug)) },
          ...(category
            ? [
                {
                  label: category.name,
                  href: to(paths.services(ente.slug, { categoria: category.slug })),
                  lang: langOf(category.nameLocale),
                },
              ]
            : []),
          { label: sheet.title, lang },
        ]}
      />
      <div className="row">
        <header className="col-12 col-lg-9 lc-sheet-head">
          <h1 data-element="service-title" lang={lang}>
            {sheet.title}
          </h1>
          <p className="lc-status" data-element="service-status">
            <span className={`badge ${sheet.active ? 'bg-success' : 'bg-warning'}`}>
              {sheet.active ? t('sheet.active') : t('sheet.inactive')}
            </span>
            {!sheet.active && sheet.inactiveReason && <span lang={lang}>{sheet.inactiveReason}</span>}
          </p>
          <p className="lead" data-element="service-description" lang={lang}>
            {sheet.summary}
          </p>
          <AccessLinks sheet={sheet} />
        </header>
      </div>
      <LanguageNotice text={sheet} italianHref={paths.service(ente.slug, sheet.slugs.it ?? sheet.slug)} />
      <ReviewNotice text={sheet} />
      <div className="row lc-sheet">
        <aside className="col-12 col-lg-3">
          <nav className="lc-index" aria-labelledby="indice">
            <h2 id="indice" className="h6">
              {t('sheet.index')}
            </h2>
            <ul className="link-list" data-element="page-index">
              {sections.map(({ key, heading }) => (
                <li key={key}>
                  <a href={`#${key}`}>{heading}</a>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
        <div className="col-12 col-lg-8 offset-lg-1 lc-sections">
          {sections.map((section) => (
            <section key={section.key} id={section.key} aria-labelledby={`${section.key}-titolo`}>
              <h2 id={`${section.key}-titolo`} className="h3">
                {section.heading}
              </h2>
              <SectionBody section={section} sheet={sheet} />
            </section>
          ))}
          {sheet.topics.length > 0 && (
            <section className="lc-topics" aria-labelledby="argomenti">
              <h2 id="argomenti" className="h6">
                {t('sheet.topics')}
              </h2>
              <ul className="lc-chips" data-element="service-topic">
                {sheet.topics.map((topic) => (
                  <li key={topic.code}>
                    <a
                      className="chip chip-simple chip-primary lc-chip"
                      href={to(paths.services(ente.slug, { argomento: topic.slug }))}
                      data-element="topic-element"
                    >
                      <span className="chip-label" lang={langOf(topic.nameLocale)}>
                        {topic.name}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="lc-source">
            {sheet.enteCode === null ? t('sheet.provenanceFederation') : t('sheet.provenanceEnte')}{' '}
            {t('site.updatedAt', { date: formatDate(sheet.updatedAt, locale) })}.
          </p>
          {asked !== null && <Feedback asked={asked} />}
          {takesTickets(ente.lifecycle) && (
            <section className="lc-invite lc-invite-row" aria-labelledby="dubbi">
              <div>
                <h2 id="dubbi" className="h4">
                  {t('sheet.ask')}
                </h2>
                <p>{t('sheet.askText')}</p>
              </div>
              <a className="btn btn-primary" href={to(paths.newTicket(ente.slug, { q: `${sheet.title}: ` }))}>
                {t('sheet.askLink')}
              </a>
            </section>
          )}
        </div>
      </div>
    </>
  )
}
