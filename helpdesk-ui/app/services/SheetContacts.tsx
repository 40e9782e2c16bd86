// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import type { SheetPage } from '@linea-comune/search'
import { useEnte, useTo } from '../ente/ente-context'
import { ContactPointEntries } from '../offices/ContactPointEntries'
import { PlaceCard } from '../offices/PlaceCard'
import { HoursTable } from '../ente/HoursTable'
import { paths } from '../paths'
import { useLangOf, useWords } from '../words'

type Contacts = Pick<SheetPage, 'offices' | 'contactPoints' | 'places'>

export const hasContacts = ({ offices, contactPoints, places }: Contacts): boolean =>
  offices.length + contactPoints.length + places.length > 0

/** Which office, where, when, how to reach it. */
export const SheetContacts = ({ sheet }: { sheet: Contacts }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  return (
    <div className="lc-contacts">
      {sheet.offices.map((office) => (
        <article key={office.documentId} className="lc-contact-card">
          <h3 className="h5">
            <a href={to(paths.office(ente.slug, office.slug))} lang={langOf(office.nameLocale)}>
              {office.name}
            </a>
          </h3>
          {office.summary && <p lang={langOf(office.summaryLocale)}>{office.summary}</p>}
          <div className="lc-panel-columns">
            <div>
              {office.contactPoints.map((point) => (
                <ContactPointEntries key={point.documentId} point={point} />
              ))}
              {office.places.map((place) => (
                <PlaceCard key={place.documentId} place={place} />
              ))}
            </div>
            {office.hours.length > 0 && (
              <div>
                <h4 className="h6">{t('office.hours')}</h4>
                <HoursTable hours={office.hours} caption={`${t('office.hours')} – ${office.name}`} />
                {office.hoursNote && (
                  <p className="lc-muted" lang={langOf(defaultLocale)}>
                    {office.hoursNote}
                  </p>
                )}
              </div>
            )}
          </div>
        </article>
      ))}
      {sheet.contactPoints.map((point) => (
        <article key={point.documentId} className="lc-contact-card">
          <h3 className="h5" lang={langOf(defaultLocale)}>
            {point.name}
          </h3>
          <ContactPointEntries point={point} />
        </article>
      ))}
      {sheet.places.map((place) => (
        <article key={place.documentId} className="lc-contact-card">
          <h3 className="h5">{t('sheet.places')}</h3>
          <PlaceCard place={place} />
        </article>
      ))}
    </div>
  )
}
