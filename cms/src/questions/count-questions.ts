// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { Figures } from '@linea-comune/config'

/** Answered, and what is known of it afterwards. */
const shown = "outcome <> 'none'"
const conditions: Record<Exclude<keyof Figures, 'asked'>, string> = {
  answered: shown,
  helped: `${shown} and verdict = 'solved' and wrote_on is null`,
  inVain: `${shown} and (verdict = 'refused' or wrote_on is not null)`,
  wrote: 'wrote_on is not null',
}

type Counted = Record<'key' | keyof Figures, string | number>

/** How questions since a week went, counted in the database: a year of a large federation is a million rows. `codes` null is all Enti. */
export const countQuestions = async (
  strapi: Core.Strapi,
  by: 'week' | 'topic' | 'ente_code',
  sinceWeek: string,
  codes: readonly string[] | null,
): Promise<Map<string, Figures>> => {
  const database = strapi.db.connection
  const query = database('question_records')
    .where('week', '>=', sinceWeek)
    .groupBy(by)
    .select({ key: by })
    .count({ asked: '*' })
    .select(
      Object.entries(conditions).map(([name, condition]) => database.raw(`sum(case when ${condition} then 1 else 0 end) as ??`, [name])),
    )
  if (codes !== null) query.whereIn('ente_code', [...codes])
  const rows = (await query) as unknown as Counted[]
  // PostgreSQL counts in text.
  return new Map(
    rows.map(({ key, asked, answered, helped, inVain, wrote }) => [
      String(key),
      { asked: Number(asked), answered: Number(answered), helped: Number(helped), inVain: Number(inVain), wrote: Number(wrote) },
    ]),
  )
}
