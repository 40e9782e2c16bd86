// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { z } from 'zod'
import { DomainError, type AnswerFigures, type Figures, type figuresQuery } from '@linea-comune/config'
import { countQuestions } from '../questions/count-questions'
import { weekOf } from '../questions/week-of'
import { listEnti } from '../tickets/directory'
import type { DeskPerson } from './sessions'

const weekMs = 7 * 86_400_000
const nobody: Figures = { asked: 0, answered: 0, helped: 0, inVain: 0, wrote: 0 }

/** How questions went: of all Enti to the centre's people, of their own to an Ente's. */
export const readFigures = async (
  strapi: Core.Strapi,
  person: DeskPerson,
  { weeks: period, ente }: z.infer<typeof figuresQuery>,
  now = new Date(),
): Promise<AnswerFigures> => {
  const visible = (await listEnti(strapi)).filter(({ code }) => person.may('readAllTickets') || person.enti.includes(code))
  const chosen = ente === undefined ? visible : visible.filter(({ code, slug }) => slug === ente || code === ente)
  if (chosen.length === 0 && ente !== undefined) throw new DomainError('unknown-ente')
  const weeks = Array.from({ length: period }, (_, back) => weekBefore(weekOf(now), period - 1 - back))
  const since = weeks[0] ?? weekOf(now)
  // Of all Enti nobody need be named.
  const codes = person.may('readAllTickets') && ente === undefined ? null : chosen.map(({ code }) => code)
  const [byWeek, byTopic, byEnte] = await Promise.all([
    countQuestions(strapi, 'week', since, codes),
    countQuestions(strapi, 'topic', since, codes),
    countQuestions(strapi, 'ente_code', since, codes),
  ])
  return {
    total: [...byWeek.values()].reduce(add, nobody),
    weeks: weeks.map((week) => ({ week, ...(byWeek.get(week) ?? nobody) })),
    topics: mostAskedFirst([...byTopic].map(([topic, figures]) => ({ topic, ...figures }))),
    enti: mostAskedFirst(visible.map(({ code, slug, name }) => ({ code, slug, name, ...(byEnte.get(code) ?? nobody) }))),
  }
}

/** Counted in days: a week in which the clocks change has no 168 hours. */
const weekBefore = (monday: string, weeks: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) - weeks * weekMs).toISOString().slice(0, 10)

const add = (a: Figures, b: Figures): Figures => ({
  asked: a.asked + b.asked,
  answered: a.answered + b.answered,
  helped: a.helped + b.helped,
  inVain: a.inVain + b.inVain,
  wrote: a.wrote + b.wrote,
})

const mostAskedFirst = <F extends Figures>(rows: F[]): F[] => rows.sort((a, b) => b.asked - a.asked)
