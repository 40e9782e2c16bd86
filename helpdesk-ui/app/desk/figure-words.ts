// SPDX-License-Identifier: AGPL-3.0-or-later

const percents = new Intl.NumberFormat('it', { style: 'percent', maximumFractionDigits: 0 })
export const percent = (share: number): string => percents.format(share)

const days = new Intl.DateTimeFormat('it', { day: 'numeric', month: 'short', timeZone: 'UTC' })
/** Of a Monday: `23 nov`. */
export const shortDay = (week: string): string => days.format(new Date(`${week}T00:00:00Z`))
export const weekName = (week: string): string => `Dal ${shortDay(week)}`
