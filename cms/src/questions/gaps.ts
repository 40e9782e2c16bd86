// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { AnswersResponse, Gap, PanelResponse } from '@linea-comune/config'
import { nameEnti } from '../models/people'
import type { Caller } from '../panel/caller'
import { table, type QuestionRecordRow } from '../rows'
import { settings } from '../settings'
import { failedQuestions, gapDays } from './failed-questions'
import { groupGaps, type GroupedGap } from './group-gaps'
import { isAnsweredBy } from './is-answered-by'
import { knowledge } from './knowledge'
import { withoutMarks } from './without-marks'

/**
 * What citizens asked in vain, of the caller's Enti or, at the centre, of all. Every gap's newest questions are asked again now, so
 * that one closes when a text answers them, whoever published it.
 */
export const listGaps = async (strapi: Core.Strapi, caller: Caller, most: number): Promise<PanelResponse<'listGaps'>> => {
  const groups = groupGaps(await failedQuestions(strapi, caller.enti)).slice(0, most)
  const dismissed = await dismissals(strapi, caller)
  const names = await nameEnti(strapi, [...new Set(groups.flatMap(({ enti }) => enti.map(([code]) => code)))])
  let askedAgain = true
  const gaps = await Promise.all(
    groups.map(async ({ examples, enti, ...group }): Promise<Gap> => {
      const again = await Promise.all(examples.map((example) => askAgain(example)))
      if (again.includes(null)) askedAgain = false
      const answered = examples.map((example, place) => isAnsweredBy(example, again[place] ?? null))
      const settled = answered.filter(Boolean).length * 2 > answered.length
      const decision = dismissed.get(group.matter) ?? null
      return {
        ...group,
        enti: enti.map(([code, times]) => ({ code, name: names.get(code) ?? code, times })),
        examples: examples.map(({ text }, place) => ({ text, answeredNow: answered[place] ?? false })),
        state: settled ? 'settled' : decision === null ? 'open' : 'dismissed',
        dismissed: decision,
        elsewhere: settled ? [] : await sheetsElsewhere(strapi, group.matter, enti),
      }
    }),
  )
  return { gaps, days: gapDays, askedAgain }
}

/** Null when it could not be asked. */
const askAgain = async ({ enteCode, text, locale }: QuestionRecordRow): Promise<AnswersResponse | null> => {
  const answer = await knowledge()?.answerer.answer({ enteCode, enteSlug: '', q: withoutMarks(text), locale })
  return answer === undefined || answer.degraded ? null : answer
}

const dismissals = async (strapi: Core.Strapi, { enti }: Caller): Promise<Map<string, NonNullable<Gap['dismissed']>>> => {
  const rows = await table(strapi, 'gap-decision').findMany({
    where: { enteCode: enti === 'all' ? '' : { $in: [...enti] } },
  })
  return new Map(rows.map(({ matter, reason, decidedBy, decidedOn }) => [matter, { reason, by: decidedBy, on: decidedOn }]))
}

const elsewhereShown = 3

const sheetsElsewhere = async (strapi: Core.Strapi, matter: string, enti: GroupedGap['enti']): Promise<Gap['elsewhere']> => {
  const asked = enti.map(([code]) => code)
  const found = await knowledge()
    ?.elsewhere.find({ enteCode: asked[0] ?? '', matter })
    .catch(() => [])
  const sheets = (found ?? []).filter(({ enteCode }) => !asked.includes(enteCode)).slice(0, elsewhereShown)
  if (sheets.length === 0) return []
  const rows = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code', 'name', 'slug'],
    where: { code: { $in: sheets.map(({ enteCode }) => enteCode) } },
  })) as { code: string; name: string; slug: string }[]
  return sheets.flatMap(({ enteCode, title, slug }) => {
    const ente = rows.find(({ code }) => code === enteCode)
    return ente === undefined ? [] : [{ ente: ente.name, title, url: `${settings().env.publicUrl}/${ente.slug}/servizi/${slug}` }]
  })
}
