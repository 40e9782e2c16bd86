// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import { paths } from '../paths'
import { useLangOf, useWords } from '../words'
import { useEnte, useTo } from './ente-context'
import { AddressLine } from './AddressLine'

export const EnteFooter = () => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  return (
    <footer className="it-footer" id="piede" tabIndex={-1}>
      <div className="it-footer-main">
        <div className="container">
          <p className="lc-footer-name" lang={langOf(ente.nameLocale)}>
            {ente.name}
          </p>
          <div className="row lc-footer-columns">
            <section className="col-12 col-md-5">
              <h2 className="footer-heading-title">{t('footer.contacts')}</h2>
              <ul className="footer-list lc-contact-list">
                {ente.address && (
                  <li>
                    <AddressLine address={ente.address} />
                  </li>
                )}
                {ente.fiscalCode && (
                  <li>
                    {t('contact.fiscalCode')}
                    {t('site.colon')} {ente.fiscalCode}
                  </li>
                )}
                {ente.phone && (
                  <li>
                    {t('contact.phone')}
                    {t('site.colon')} <a href={`tel:${ente.phone.replace(/\s/g, '')}`}>{ente.phone}</a>
                  </li>
                )}
                {ente.email && (
                  <li>
                    {t('contact.email')}
                    {t('site.colon')} <a href={`mailto:${ente.email}`}>{ente.email}</a>
                  </li>
                )}
                {ente.pec && (
                  <li>
                    {t('contact.pec')}
                    {t('site.colon')} <a href={`mailto:${ente.pec}`}>{ente.pec}</a>
                  </li>
                )}
              </ul>
            </section>
            <section className="col-12 col-sm-6 col-md-4">
              <h2 className="footer-heading-title">{t('footer.help')}</h2>
              <ul className="footer-list">
                <li>
                  <a href={to(paths.faqs(ente.slug))} data-element="faq">
                    {t('footer.faqs')}
                  </a>
                </li>
                <li>
                  <a href={to(paths.newTicket(ente.slug))} data-element="contacts">
                    {t('footer.write')}
                  </a>
                </li>
                <li>
                  {/* The audit of the Modello Comuni wants these very words. */}
                  <a href={to(paths.newTicket(ente.slug))} data-element="report-inefficiency" lang={langOf(defaultLocale)}>
                    {t('footer.report')}
                  </a>
                </li>
                <li>
                  <a href={to(paths.tickets(ente.slug))}>{t('footer.follow')}</a>
                </li>
              </ul>
            </section>
            <section className="col-12 col-sm-6 col-md-3">
              <h2 className="footer-heading-title">{t('footer.legal')}</h2>
              <ul className="footer-list">
                <li>
                  <a href={ente.privacyUrl || to(paths.privacy(ente.slug))} data-element="privacy-policy-link">
                    {t('footer.privacy')}
                  </a>
                </li>
                <li>
                  <a href={to(paths.legalNotes(ente.slug))} data-element="legal-notes">
                    {t('footer.legalNotes')}
                  </a>
                </li>
                {ente.accessibilityUrl && (
                  <li>
                    <a href={ente.accessibilityUrl} data-element="accessibility-link">
                      {t('footer.accessibility')}
                    </a>
                  </li>
                )}
                {ente.website && (
                  <li>
                    <a href={ente.website}>{t('footer.website')}</a>
                  </li>
                )}
              </ul>
            </section>
          </div>
          <p className="lc-footer-made">
            {t('footer.madeWith')} <a href={to(paths.enti())}>{t('site.changeEnte')}</a>
          </p>
        </div>
      </div>
    </footer>
  )
}
