// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTo } from '../ente/ente-context'
import { Notice } from '../ui/Notice'
import { useLangOf, useWords } from '../words'
import type { FoundElsewhere } from './find-elsewhere'

/** Says that another Ente has a page on the matter, and that things may differ here. */
export const ElsewhereNote = ({ sheets }: { sheets: readonly FoundElsewhere[] }) => {
  const t = useWords()
  const to = useTo()
  const lang = useLangOf()('it')
  if (sheets.length === 0) return null
  return (
    <Notice tone="info" title={t('elsewhere.title')}>
      <p>{t('elsewhere.text')}</p>
      <ul>
        {sheets.map(({ href, title, ente }) => (
          <li key={href}>
            <a href={to(href)} lang={lang}>
              {title}
            </a>
            {`, ${ente}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
