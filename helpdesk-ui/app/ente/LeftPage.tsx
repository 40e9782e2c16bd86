// SPDX-License-Identifier: AGPL-3.0-or-later
import { inLocale, paths } from '../paths'
import { useWords } from '../words'
import type { LeftEnte } from './require-ente'

/** What became of an Ente that citizens found here, and where they find it now. */
export const LeftPage = ({ ente: { slug, website, locale } }: { ente: LeftEnte }) => {
  const t = useWords()
  return (
    <div className="container lc-page lc-failure">
      <title>{t('left.title')}</title>
      <h1>{t('left.title')}</h1>
      <p className="lead">{t(website === '' ? 'left.textNoSite' : 'left.text')}</p>
      <p className="lc-actions">
        {website !== '' && (
          <a className="btn btn-primary" href={website}>
            {t('left.site')}
          </a>
        )}
        <a className="btn btn-outline-primary" href={inLocale(paths.tickets(slug), locale)}>
          {t('left.follow')}
        </a>
      </p>
    </div>
  )
}
