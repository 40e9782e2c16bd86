// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { AnswersResponse, Gap, PanelResponse } from '@linea-comune/config'
import { withoutMarks } from '@linea-comune/search'
import type { Caller } from '../panel/caller'
import { table, type QuestionRecordRow } from '../rows'
import { settings } from '../settings'
import { failedQuestions, gapDays } from './failed-questions'
import { groupGaps, type GroupedGap } from './group-gaps'
import { isAnsweredBy } from './is-answered-by'
import { knowledge } from './knowledge'

/** Beyond so many matters nobody reads. */
const mostMatters = 200

/**
 * What citizens asked in vain, of the caller's Enti or, at the centre, of all. The newest questions of a gap are asked again now, so that
 * it closes when a text answers them, whoever published it; that goes on, most asked first, until `most` open ones are found.
 */
export const listGaps = async (strapi: Core.Strapi, caller: Caller, most: number): Promise<PanelResponse<'listGaps'>> => {
  const groups = groupGaps(await failedQuestions(strapi, caller.enti)).slice(0, mostMatters)
  const enti = await entiOf(strapi, [...new Set(groups.flatMap(({ enti }) => enti.map(([code]) => code)))])
  const dismissalOf = await dismissals(strapi, caller)
  const gaps: Gap[] = []
  let askedAgain = true
  // One after the other: others use this process meanwhile.
  for (const { examples, ...group } of groups) {
    const again: (AnswersResponse | null)[] = []
    for (const example of examples) again.push(await askAgain(example, enti))
    if (again.includes(null)) askedAgain = false
    const answered = examples.map((example, place) => isAnsweredBy(example, again[place] ?? null))
    const settled = answered.filter(Boolean).length * 2 > answered.length
    const dismissed = dismissalOf(group)
    gaps.push({
      ...group,
      enti: group.enti.map(([code, times]) => ({ code, name: enti.get(code)?.name ?? code, times })),
      examples: examples.map(({ text }, place) => ({ text, answeredNow: answered[place] ?? false })),
      state: settled ? 'settled' : dismissed === null ? 'open' : 'dismissed',
      dismissed,
      elsewhere: settled || dismissed !== null ? [] : await sheetsElsewhere(strapi, group),
    })
    if (gaps.filter(({ state }) => state === 'open').length === most) break
  }
  return { gaps, days: gapDays, askedAgain }
}

interface Asked {
  code: string
  name: string
  answerThreshold: number | null
  choiceThreshold: number | null
}

const entiOf = async (strapi: Core.Strapi, codes: readonly string[]): Promise<ReadonlyMap<string, Asked>> => {
  const rows = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code', 'name', 'answerThreshold', 'choiceThreshold'],
    where: { code: { $in: [...codes] } },
  })) as Asked[]
  return new Map(rows.map((row) => [row.code, row]))
}

/** As its citizens would be answered now; null when it could not be asked. */
const askAgain = async (
  { enteCode, text, locale }: QuestionRecordRow,
  enti: ReadonlyMap<string, Asked>,
): Promise<AnswersResponse | null> => {
  const ente = enti.get(enteCode)
  const answer = await knowledge()?.answerer.answer({
    enteCode,
    enteSlug: '',
    q: withoutMarks(text),
    locale,
    ...(ente?.answerThreshold != null &&
      ente.choiceThreshold != null && { thresholds: { answer: ente.answerThreshold, choice: ente.choiceThreshold } }),
  })
  return answer === undefined || answer.degraded ? null : answer
}

/** A gap is set aside when every Ente that was asked did so; to the centre, when the centre did. */
const dismissals = async (
  strapi: Core.Strapi,
  { enti }: Caller,
): Promise<(gap: Pick<GroupedGap, 'matter' | 'enti'>) => Gap['dismissed']> => {
  const rows = await table(strapi, 'gap-decision').findMany({ where: { enteCode: enti === 'all' ? '' : { $in: [...enti] } } })
  return ({ matter, enti: asked }) => {
    const owners = enti === 'all' ? [''] : asked.map(([code]) => code)
    const decisions = owners.map((owner) => rows.find((row) => row.matter === matter && row.enteCode === owner))
    const [first] = decisions
    if (first === undefined || decisions.includes(undefined)) return null
    return { reason: first.reason, by: first.decidedBy, on: first.decidedOn }
  }
}

const elsewhereShown = 3

const sheetsElsewhere = async (strapi: Core.Strapi, { matter, enti }: Pick<GroupedGap, 'matter' | 'enti'>): Promise<Gap['elsewhere']> => {
  const asked = enti.map(([code]) => code)
  const found = await knowledge()
    ?.elsewhere.find({ enteCode: asked[0] ?? '', matter })
    .catch(() => [])
  const sheets = (found ?? []).filter(({ enteCode }) => !asked.includes(enteCode)).slice(0, elsewhereShown)
  if (sheets.length === 0) return []
  const rows = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code', 'name', 'slug'],
    where: { code: { $in: sheets.map(({ enteCode }) => enteCode) }, lifecycle: { $in: ['active', 'suspended'] } },
  })) as { code: string; name: string; slug: string }[]
  return sheets.flatMap(({ enteCode, title, slug }) => {
    const ente = rows.find(({ code }) => code === enteCode)
    return ente === undefined ? [] : [{ ente: ente.name, title, url: `${settings().env.publicUrl}/${ente.slug}/servizi/${slug}` }]
  })
}
