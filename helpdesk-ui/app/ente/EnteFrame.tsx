// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { isShown, type EnteLifecycle } from '@linea-comune/config'
import { changeLanguage, paths } from '../paths'
import { Notice } from '../ui/Notice'
import { useLangOf, useWords, type WordKey } from '../words'
import { useEnte, useTo } from './ente-context'
import { EnteFooter } from './EnteFooter'
import { SkipLinks } from './SkipLinks'
import { SlimHeader } from './SlimHeader'

/** First letter of the place, not of the kind: «Comune di Valdombra» is V. Stands for the crest until there is an image. */
const crestLetter = (name: string): string => (name.split(/\s+(?:di|del|della|dell’|d’)\s*/i).at(-1) ?? name).charAt(0).toUpperCase()

/** What every page says of an Ente that does not take part like the others. */
const noticeOf: Partial<Record<EnteLifecycle, WordKey>> = { suspended: 'site.enteSuspended', left: 'site.enteLeft' }

/** The same shape around every page of every Ente: only name, crest, colour and contacts differ. */
export const EnteFrame = ({ path, search, children }: { path: string; search: string; children: ReactNode }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const langOf = useLangOf()
  const contents = [
    { href: paths.services(ente.slug), label: t('nav.services'), element: 'all-services' },
    { href: paths.offices(ente.slug), label: t('nav.offices'), element: 'management' },
    { href: paths.faqs(ente.slug), label: t('nav.faqs') },
  ]
  const items = [...(isShown(ente.lifecycle) ? contents : []), { href: paths.tickets(ente.slug), label: t('nav.tickets') }]
  const notice = noticeOf[ente.lifecycle]
  return (
    <>
      <SkipLinks />
      <header className="it-header-wrapper">
        <SlimHeader languages={ente.languages} hrefIn={changeLanguage(path, search)} />
        <div className="it-nav-wrapper">
          <div className="it-header-center-wrapper lc-center">
            <div className="container">
              <div className="it-brand-wrapper">
                <a className="lc-brand" href={to(paths.home(ente.slug))}>
                  <span className="lc-crest" aria-hidden="true">
                    {crestLetter(ente.name)}
                  </span>
                  <span className="it-brand-text">
                    <span className="it-brand-title" lang={langOf(ente.nameLocale)}>
                      {ente.name}
                    </span>
                  </span>
                </a>
              </div>
            </div>
          </div>
          <nav className="it-header-navbar-wrapper lc-nav" aria-label={t('site.menu')}>
            <div className="container">
              <ul className="lc-nav-list" data-element="main-navigation">
                {items.map(({ href, label, element }) => (
                  <li key={href} className="nav-item">
                    <a
                      className={path.startsWith(href) ? 'nav-link active' : 'nav-link'}
                      href={to(href)}
                      data-element={element}
                      aria-current={path === href ? 'page' : path.startsWith(href) ? 'true' : undefined}
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
        </div>
      </header>
      <main id="contenuto" tabIndex={-1}>
        {notice !== undefined && (
          <div className="container lc-above">
            <Notice tone="warning">
              <p>{t(notice)}</p>
            </Notice>
          </div>
        )}
        {children}
      </main>
      <EnteFooter />
    </>
  )
}
