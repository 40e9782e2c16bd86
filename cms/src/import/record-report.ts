// SPDX-License-Identifier: AGPL-3.0-or-later
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { ImportList } from '@linea-comune/config'
import { importFolder } from './read/work-folder'
import { openSpool, type Spool } from './read/lines'
import { noCounts, type ImportReport, type Kept, type Outcome, type Reason, type Refusal, type Warning } from './report'

/** So many of each part are kept in memory; all of them are in the saved report. */
const listedAtMost = 1000
/** More different sentences than this are no longer read by anybody. */
const reasonsAtMost = 2000

const parts = ['refused', 'drafted', 'kept', 'warnings'] as const
type Part = (typeof parts)[number]
interface Entries {
  refused: Refusal
  drafted: Refusal
  kept: Kept
  warnings: Warning
}

/** Takes down what happens to each row. Memory stays the same however many there are. */
export interface Recorder {
  count(list: ImportList, ente: string | null, outcome: Outcome): void
  add<P extends Part>(part: P, entry: Entries[P]): Promise<void>
  /** The report of what was taken down, written out when that was asked for. */
  finish(): Promise<ImportReport>
}

export const openRecorder = (files: readonly string[], dryRun: boolean, folder: string, save: boolean): Recorder => {
  const startedAt = new Date()
  const report: ImportReport = {
    startedAt: startedAt.toISOString(),
    tookMs: 0,
    dryRun,
    files: [...files],
    counts: {},
    byEnte: {},
    reasons: [],
    refused: [],
    drafted: [],
    kept: [],
    warnings: [],
  }
  const reasons = new Map<string, Reason>()
  const spools = Object.fromEntries(parts.map((part) => [part, openSpool(path.join(folder, `${part}.jsonl`))])) as Record<Part, Spool>

  const group = (part: Reason['part'], entry: Refusal | Warning): void => {
    const [field, message] = 'reason' in entry ? [entry.field, entry.reason] : ['', entry.message]
    const reason = inGeneral(message)
    const key = [part, entry.file, entry.list, field, reason].join('\n')
    const known = reasons.get(key)
    if (known !== undefined) known.rows++
    else if (reasons.size < reasonsAtMost) {
      const { file, row, list, id } = entry
      reasons.set(key, { part, file, list, field, reason, rows: 1, example: { file, row, list, id, message } })
    }
  }

  return {
    count(list, ente, outcome) {
      const counts = (report.counts[list] ??= noCounts())
      counts[outcome]++
      if (list !== 'sheets' && list !== 'faqs') return
      const own = (report.byEnte[ente ?? ''] ??= noCounts())
      own[outcome]++
    },
    async add(part, entry) {
      if (report[part].length < listedAtMost) (report[part] as Entries[typeof part][]).push(entry)
      if (part !== 'kept') group(part, entry as Refusal | Warning)
      if (save) await spools[part].add(entry)
    },
    async finish() {
      report.tookMs = Date.now() - startedAt.getTime()
      report.reasons = [...reasons.values()].sort((a, b) => b.rows - a.rows)
      if (save) report.savedAt = await write(report, spools)
      return report
    },
  }
}

/** What differs from row to row stands in quotation marks or is a number. */
const inGeneral = (sentence: string): string => sentence.replace(/«[^»]*»/g, '«…»').replace(/\d+(?:\.\d{3})*/g, 'N')

const write = async (report: ImportReport, spools: Record<Part, Spool>): Promise<string> => {
  const file = path.join(importFolder(), `${report.startedAt.replace(/[:.]/g, '-')}.json`)
  const stream = createWriteStream(file)
  const done = finished(stream)
  const put = async (text: string): Promise<void> => {
    if (!stream.write(text)) await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), done])
  }
  const summary = Object.fromEntries(Object.entries(report).filter(([name]) => !parts.some((part) => part === name)))
  await put(JSON.stringify(summary, null, 2).slice(0, -2))
  for (const part of parts) {
    await put(`,\n  "${part}": [`)
    let separator = '\n    '
    for await (const line of spools[part].lines()) {
      await put(`${separator}${line}`)
      separator = ',\n    '
    }
    await put('\n  ]')
  }
  await put('\n}\n')
  stream.end()
  await done
  return file
}
