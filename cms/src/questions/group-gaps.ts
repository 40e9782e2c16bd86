// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Gap } from '@linea-comune/config'
import type { QuestionRecordRow } from '../rows'

/** Questions of one matter that found no answer. */
export interface GroupedGap extends Pick<Gap, 'matter' | 'title' | 'outOfScope' | 'times' | 'unanswered' | 'refused' | 'wrote' | 'lastOn'> {
  /** Codes of the Enti that were asked, most often first, with how often. */
  enti: [code: string, times: number][]
  /** Newest first, each wording once. */
  examples: QuestionRecordRow[]
}

const examplesShown = 3

/** Most asked first. `records`: newest first. */
export const groupGaps = (records: readonly QuestionRecordRow[]): GroupedGap[] => {
  const groups = new Map<string, QuestionRecordRow[]>()
  for (const record of records) groups.set(record.matter, [...(groups.get(record.matter) ?? []), record])
  return [...groups.values()]
    .map(toGap)
    .sort((a, b) => Number(a.outOfScope) - Number(b.outOfScope) || b.times - a.times || b.lastOn.localeCompare(a.lastOn))
}

const toGap = (records: readonly QuestionRecordRow[]): GroupedGap => {
  const [newest] = records
  const counts = new Map<string, number>()
  for (const { enteCode } of records) counts.set(enteCode, (counts.get(enteCode) ?? 0) + 1)
  const wordings = new Map(records.toReversed().map((record) => [record.text.toLowerCase(), record]))
  return {
    matter: newest?.matter ?? '',
    title: sentence(newest?.need === '' ? newest.text : (newest?.need ?? '')),
    outOfScope: newest?.outOfScope ?? false,
    times: records.length,
    unanswered: records.filter(({ outcome }) => outcome === 'none').length,
    refused: records.filter(({ verdict }) => verdict === 'refused').length,
    wrote: records.filter(({ wroteOn }) => wroteOn !== null).length,
    lastOn: newest?.askedOn ?? '',
    enti: [...counts].sort(([, a], [, b]) => b - a),
    examples: [...wordings.values()].sort((a, b) => b.askedOn.localeCompare(a.askedOn)).slice(0, examplesShown),
  }
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('it') + text.slice(1)
