// SPDX-License-Identifier: AGPL-3.0-or-later
import { todayInRome } from '@linea-comune/config'

const dayMs = 86_400_000

/** Monday of the week of an instant, in Rome: `2026-11-23`. */
export const weekOf = (at: Date): string => {
  const day = new Date(`${todayInRome(at)}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10)
}
