// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRouteErrorResponse } from 'react-router'
import { paths } from '../paths'
import { useWords, type WordKey } from '../words'
import { useTo } from './ente-context'

const kindOf = (status: number): { title: WordKey; text: WordKey } => {
  if (status === 404) return { title: 'notFound.title', text: 'notFound.text' }
  if (status === 503) return { title: 'failure.unavailableTitle', text: 'failure.unavailableText' }
  return { title: 'failure.title', text: 'failure.text' }
}

/** What to say when a page cannot be shown, and where to go from here. */
export const FailurePage = ({ error, enteSlug }: { error: unknown; enteSlug?: string | undefined }) => {
  const t = useWords()
  const to = useTo()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title, text } = kindOf(status)
  return (
    <div className="container lc-page lc-failure">
      <title>{t(title)}</title>
      <p className="lc-failure-status" aria-hidden="true">
        {status}
      </p>
      <h1>{t(title)}</h1>
      <p className="lead">{t(text)}</p>
      <p className="lc-actions">
        {enteSlug !== undefined && (
          <a className="btn btn-primary" href={to(paths.services(enteSlug))}>
            {t('notFound.services')}
          </a>
        )}
        {enteSlug !== undefined && (
          <a className="btn btn-outline-primary" href={to(paths.newTicket(enteSlug))}>
            {t('home.writeLink')}
          </a>
        )}
        {enteSlug === undefined && (
          <a className="btn btn-primary" href={to(paths.enti())}>
            {t('enti.title')}
          </a>
        )}
      </p>
    </div>
  )
}
