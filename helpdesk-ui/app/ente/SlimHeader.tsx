// SPDX-License-Identifier: AGPL-3.0-or-later
import { localeNames, type Locale } from '@linea-comune/config'
import { paths } from '../paths'
import { useLocale, useWords } from '../words'
import { useTo } from './ente-context'

/** The federation, above every Ente; and the languages in which one speaks here, when there is another one to change to. */
export const SlimHeader = ({ languages, hrefIn }: { languages: readonly Locale[]; hrefIn: (locale: Locale) => string }) => {
  const t = useWords()
  const current = useLocale()
  const to = useTo()
  return (
    <div className="it-header-slim-wrapper">
      <div className="container">
        <div className="lc-slim">
          <a className="lc-slim-brand" href={to(paths.enti())}>
            {t('site.name')}
          </a>
          {languages.some((locale) => locale !== current) && (
            <nav aria-label={t('site.language')}>
              <ul className="lc-languages">
                {languages.map((locale) => (
                  <li key={locale}>
                    <a href={hrefIn(locale)} hrefLang={locale} lang={locale} aria-current={locale === current ? 'true' : undefined}>
                      <abbr title={localeNames[locale]}>{locale.toUpperCase()}</abbr>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </div>
  )
}
