// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { paths } from '../paths'
import { useWords } from '../words'
import { SkipLinks } from './SkipLinks'

/** The frame of pages that belong to no Ente. */
export const NoEnteFrame = ({ children }: { children: ReactNode }) => {
  const t = useWords()
  return (
    <>
      <SkipLinks />
      <header className="it-header-wrapper">
        <div className="it-header-center-wrapper lc-center">
          <div className="container">
            <div className="it-brand-wrapper">
              <a className="lc-brand" href={paths.enti()}>
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
