// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { locales, type Locale } from '@linea-comune/config'
import { paths } from '../paths'
import { useWords } from '../words'
import { useTo } from './ente-context'
import { SkipLinks } from './SkipLinks'
import { SlimHeader } from './SlimHeader'

/** The frame of pages that belong to no Ente; with the languages to change to, where there are any. */
export const NoEnteFrame = ({ hrefIn, children }: { hrefIn?: (locale: Locale) => string; children: ReactNode }) => {
  const t = useWords()
  const to = useTo()
  return (
    <>
      <SkipLinks />
      <header className="it-header-wrapper">
        {hrefIn && <SlimHeader languages={locales} hrefIn={hrefIn} />}
        <div className="it-header-center-wrapper lc-center">
          <div className="container">
            <div className="it-brand-wrapper">
              <a className="lc-brand" href={to(paths.enti())}>
                <span className="lc-crest" aria-hidden="true">
                  L
                </span>
                <span className="it-brand-text">
                  <span className="it-brand-title">{t('site.name')}</span>
                  <span className="it-brand-tagline">{t('site.tagline')}</span>
                </span>
              </a>
            </div>
          </div>
        </div>
      </header>
      <main id="contenuto" tabIndex={-1}>
        {children}
      </main>
      <footer className="it-footer" id="piede" tabIndex={-1}>
        <div className="it-footer-main">
          <div className="container lc-footer-thin">
            <p>{t('footer.madeWith')}</p>
          </div>
        </div>
      </footer>
    </>
  )
}
