// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWords } from '../words'

export const SkipLinks = () => {
  const t = useWords()
  return (
    <div className="skiplinks">
      <a className="visually-hidden-focusable" href="#contenuto">
        {t('site.skipToContent')}
      </a>
      <a className="visually-hidden-focusable" href="#piede">
        {t('site.skipToFooter')}
      </a>
    </div>
  )
}
