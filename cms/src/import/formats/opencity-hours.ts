// SPDX-License-Identifier: AGPL-3.0-or-later
import { rowsOf, textOf, type Thing } from './opencity-graph'

interface Hours {
  day: string
  opens: string
  closes: string
}

const days = { monday: 'mon', tuesday: 'tue', wednesday: 'wed', thursday: 'thu', friday: 'fri', saturday: 'sat', sunday: 'sun' } as const

const range = /(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?/g
const clock = (hour: string, minute = '00'): string => `${hour.padStart(2, '0')}:${minute}`

/** `8.00 - 12.00 / 14 - 16` to two spans; `CHIUSO` and empty cells to none. */
export const toSpans = (cell: string): { opens: string; closes: string }[] =>
  [...cell.matchAll(range)]
    .map(([, fromHour = '', fromMinute, toHour = '', toMinute]) => ({
      opens: clock(fromHour, fromMinute),
      closes: clock(toHour, toMinute),
    }))
    .filter(({ opens, closes }) => opens < closes && closes < '24:00')

/** Weekly hours of an `opening_hours_specification`; a day may stand in several of its rows. */
export const toHours = (specification: Thing): Hours[] => {
  const found = rowsOf(specification, 'opening_hours').flatMap((row) =>
    Object.entries(days).flatMap(([field, day]) => toSpans(textOf(row, field)).map((span) => ({ day, ...span }))),
  )
  const order: string[] = Object.values(days)
  return found.sort((a, b) => order.indexOf(a.day) - order.indexOf(b.day) || a.opens.localeCompare(b.opens))
}

/** `2019-09-01T18:21:25+02:00` → `1 settembre 2019`; years that stand for "never" or "not known" give nothing. */
export const toDay = (instant: string): string | undefined => {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant)
  if (!date || Number(date[1]) >= 2100) return undefined
  return new Date(`${date[0]}T12:00:00Z`).toLocaleDateString('it-IT', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

const article = (day: string): string => (/^(8|11) /.test(day) ? `l’${day}` : `il ${day}`)
const fromArticle = (day: string): string => (/^(8|11) /.test(day) ? `dall’${day}` : `dal ${day}`)
const toArticle = (day: string): string => (/^(8|11) /.test(day) ? `all’${day}` : `al ${day}`)

/** «dal 1 settembre 2019 al 30 aprile 2020» */
export const toPeriod = (specification: Thing): string => {
  const from = toDay(textOf(specification, 'valid_from'))
  const to = toDay(textOf(specification, 'valid_through'))
  if (from !== undefined && to !== undefined) return from === to ? article(from) : `${fromArticle(from)} ${toArticle(to)}`
  return from !== undefined ? fromArticle(from) : to !== undefined ? `fino ${toArticle(to)}` : ''
}

/** What a table of weekly hours cannot say: the period it holds for, closures, remarks. Plain text. */
export const toHoursNote = (specification: Thing): string => {
  const period = toPeriod(specification)
  const closures = rowsOf(specification, 'closure').map((row) => {
    const day = textOf(row, 'day')
    const reason = textOf(row, 'reason')
    return reason === '' ? day : `${day} (${reason})`
  })
  const parts = [
    textOf(specification, 'note'),
    period === '' ? '' : `Orario valido ${period}.`,
    closures.filter((closure) => closure !== '').length === 0
      ? ''
      : `Chiusure: ${closures.filter((closure) => closure !== '').join('; ')}.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
