// SPDX-License-Identifier: AGPL-3.0-or-later

const relative = new Intl.RelativeTimeFormat('it', { numeric: 'auto' })
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** «3 giorni fa», «un'ora fa»: how long somebody has been waiting, at a glance. */
export const ageOf = (iso: string, now: number): string => {
  const past = now - new Date(iso).getTime()
  const unit = units.find(([, ms]) => past >= ms)
  return unit === undefined ? 'adesso' : relative.format(-Math.floor(past / unit[1]), unit[0])
}
