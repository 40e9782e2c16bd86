// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment } from 'react'
import type { OpeningHours } from '@linea-comune/search'
import { useWords } from '../words'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const HoursTable = ({ hours, caption }: { hours: readonly OpeningHours[]; caption: string }) => {
  const t = useWords()
  const shown = days.filter((day) => day !== 'sun' || hours.some((row) => row.day === 'sun'))
  return (
    <table className="lc-hours">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {shown.map((day) => {
          const rows = hours.filter((row) => row.day === day)
          return (
            <tr key={day}>
              <th scope="row">{t(`day.${day}`)}</th>
              <td className={rows.length === 0 ? 'lc-muted' : undefined}>
                {rows.length === 0
                  ? t('site.closed')
                  : rows.map((row, position) => (
                      <Fragment key={row.opens}>
                        {position > 0 && ', '}
                        <span className="lc-range">
                          {row.opens}–{row.closes}
                        </span>
                      </Fragment>
                    ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
