// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseEnv } from '@linea-comune/config'
import { connectEngine, createIndexWriter, engineKeys, EngineSupervisor, rebuild, resolveEngine } from '@linea-comune/search'
import { anEnte } from '../../search/src/testing/samples.js'
import { startFrontOffice } from '../support/front-office.js'
import type { Asked, Contender } from './answers/contender.js'
import {
  bigEnte,
  byZipf,
  documentsBetween,
  documentsOfBigEnte,
  enteCodeOf,
  enteSlugOf,
  entiOf,
  evenly,
  type Choice,
} from './answers/corpus.js'
import type { Load } from './answers/load.js'
import { ourAnswers } from './answers/our-answers.js'
import { startPlainEngine } from './answers/plain-engine.js'
import { startPostgresSearch } from './answers/postgres-search.js'
import { startQuestionTaker } from './answers/question-taker.js'
import { createQuestions } from './answers/questions.js'
import { startStrapiSearch } from './answers/strapi-search.js'
import { writeAllTheTime } from './answers/write-all-the-time.js'
import { memoryMbOf, peakMemoryMbOf } from './content/process-use.js'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Of each measurement. */
    seconds: { type: 'string', default: '2' },
    /** Numbers of documents, ascending. */
    sizes: { type: 'string', default: '132,10000,100000' },
    /** Measures the answers and the engine alone. */
    quick: { type: 'boolean', default: false },
  },
})
const sizes = options.sizes.split(',').map(Number)
const largest = sizes.at(-1) ?? 0
const manyConnections = [1, 8, 32]
const headlineConnections = 32
const ofBigEnte = 10_000
const whileIndexing = { rate: 100, connections: 8, durationS: 15 }

const goals = { ratio: 0.8 }
const musts = { ratio: 0.6, p99Ms: 50, memoryMb: 300 }

const tell = (text: string): void => void process.stderr.write(`${text}\n`)

interface Figures {
  name: string
  documents: number
  connections: number
  requestsPerS: number
  /** Null where nothing was answered in time. */
  p50Ms: number | null
  p99Ms: number | null
  /** Of each process, per request. */
  cpuMs: Record<string, number | null>
}

const nextQuestion = createQuestions()
const questionsTo =
  (choice: Choice): (() => Asked) =>
  () => ({ ente: choice(), q: nextQuestion() })

const round = (value: number): number => Math.round(value * 100) / 100
const roundIfAny = (value: number): number | null => (Number.isFinite(value) ? round(value) : null)
const inMs = (value: number | null, digits = 1): string => (value === null ? '–' : `${value.toFixed(digits)} ms`)

const measure = async (contender: Contender, name: string, next: () => Asked, documents: number, load: Load): Promise<Figures> => {
  await contender.ask(next, { ...load, durationS: 1 })
  const before = contender.cpuMs()
  const { requests, seconds, p50Ms, p99Ms } = await contender.ask(next, load)
  const figures = {
    name,
    documents,
    connections: load.connections,
    requestsPerS: round(requests / seconds),
    p50Ms: roundIfAny(p50Ms),
    p99Ms: roundIfAny(p99Ms),
    cpuMs: Object.fromEntries(
      Object.entries(contender.cpuMs()).map(([process, ms]) => [process, roundIfAny((ms - (before[process] ?? 0)) / requests)]),
    ),
  }
  tell(
    `${String(documents).padStart(7)} documents, ${String(load.connections).padStart(2)} connections  ${name.padEnd(28)}` +
      `${figures.requestsPerS.toFixed(0).padStart(6)}/s  p50 ${inMs(figures.p50Ms)}  p99 ${inMs(figures.p99Ms)}  CPU ${Object.entries(
        figures.cpuMs,
      )
        .map(([process, ms]) => `${process} ${inMs(ms, 2)}`)
        .join(', ')}`,
  )
  return figures
}

const main = async (): Promise<boolean> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-bench-'))
  const program = resolveEngine(parseEnv({}))
  if (program.kind !== 'program') throw new Error('the measurement starts an engine of its own')
  const supervisor = await new EngineSupervisor({ dataDir: path.join(folder, 'engine'), program }).start()
  const keys = await engineKeys(supervisor.url, supervisor.masterKey)
  const writing = connectEngine({ url: supervisor.url, apiKey: keys.writeKey })
  const enti = [...Array.from({ length: entiOf(largest) }, (_, index) => index + 1), bigEnte]
  await rebuild(
    writing,
    enti.map((number) => anEnte({ code: enteCodeOf(number), slug: enteSlugOf(number), name: `Comune di Prova ${String(number)}` })),
  )
  const questionTaker = await startQuestionTaker()
  const frontOffice = await startFrontOffice({
    DATA_DIR: path.join(folder, 'data'),
    BACKOFFICE_INTERNAL_URL: questionTaker.url,
    INTERNAL_TOKEN: randomUUID(),
    MEILI_URL: supervisor.url,
    MEILI_API_KEY: keys.searchKey,
    TRUSTED_PROXIES: '1',
  })
  const ours = ourAnswers(frontOffice, supervisor)
  const plain = await startPlainEngine(supervisor)
  const others = options.quick
    ? []
    : [
        await startStrapiSearch(path.join(folder, 'strapi'), { url: supervisor.url, key: keys.writeKey }),
        await startPostgresSearch(headlineConnections),
      ]
  const contenders = [ours, plain, ...others]
  const figures: Figures[] = []
  let firstQuestions = {}
  const durationS = Number(options.seconds)
  const memory = { idleMb: memoryMbOf(frontOffice.pid), peakMb: 0 }
  try {
    let filled = 0
    for (const documents of sizes) {
      const added = documentsBetween(filled, documents)
      filled = documents
      for (const contender of contenders) {
        const started = performance.now()
        await contender.add(added)
        tell(`${contender.name}: ${String(added.length)} documents in ${((performance.now() - started) / 1000).toFixed(1)} s`)
      }
      // Every Ente once: a shelf is read from the engine with the first question, and this is measured apart.
      let ente = 0
      const first = await ours.ask(() => ({ ente: 1 + (ente++ % entiOf(documents)), q: nextQuestion() }), {
        connections: 1,
        durationS,
        amount: entiOf(documents),
      })
      firstQuestions = { enti: entiOf(documents), p50Ms: round(first.p50Ms), p99Ms: round(first.p99Ms), seconds: round(first.seconds) }
      tell(`the first question to each Ente: ${JSON.stringify(firstQuestions)}`)
      for (const connections of manyConnections)
        for (const contender of contenders)
          figures.push(
            await measure(contender, contender.name, questionsTo(evenly(entiOf(documents), connections)), documents, {
              connections,
              durationS,
            }),
          )
    }
    const load = { connections: headlineConnections, durationS }
    const everywhere = evenly(entiOf(largest), 5)
    figures.push(await measure(ours, 'answers, Enti by Zipf', questionsTo(byZipf(entiOf(largest), 6)), largest, load))
    figures.push(await measure(plain, 'engine alone, Enti by Zipf', questionsTo(byZipf(entiOf(largest), 6)), largest, load))
    const everyones = questionsTo(everywhere)
    const again = Array.from({ length: 100 }, everyones)
    let asked = 0
    figures.push(await measure(ours, 'answers, repeated questions', () => again[asked++ % again.length] ?? everyones(), largest, load))
    tell(`answers ${JSON.stringify({ memoryMb: memoryMbOf(frontOffice.pid), peakMb: peakMemoryMbOf(frontOffice.pid) })}`)

    const writer = createIndexWriter(writing)
    const writes = writeAllTheTime(writer, largest)
    const indexing = await measure(ours, 'answers while indexing', questionsTo(everywhere), largest, whileIndexing)
    const written = await writes.stop()
    tell(`${String(written)} documents written meanwhile`)

    const big = documentsOfBigEnte(ofBigEnte)
    for (const contender of [ours, plain]) await contender.add(big)
    await ours.ask(
      questionsTo(() => bigEnte),
      { connections: 1, durationS, amount: 1 },
    )
    for (const contender of [ours, plain])
      figures.push(
        await measure(
          contender,
          `${contender.name}, one Ente of ${String(ofBigEnte)}`,
          questionsTo(() => bigEnte),
          largest + ofBigEnte,
          load,
        ),
      )
    memory.peakMb = peakMemoryMbOf(frontOffice.pid)

    const rate = (name: string, connections: number): number =>
      figures.find((one) => one.name === name && one.connections === connections && one.documents === largest)?.requestsPerS ?? NaN
    const ratios = Object.fromEntries(manyConnections.map((count) => [count, round(rate(ours.name, count) / rate(plain.name, count))]))
    const ratio = ratios[headlineConnections] ?? NaN
    const missed = [
      ...(ratio >= musts.ratio ? [] : [`answers per second at least ${String(musts.ratio)} of the engine’s plain searches`]),
      ...((indexing.p99Ms ?? Infinity) < musts.p99Ms
        ? []
        : [`p99 below ${String(musts.p99Ms)} ms at ${String(whileIndexing.rate)}/s while indexing`]),
      ...(memory.peakMb < musts.memoryMb ? [] : [`memory of the front office below ${String(musts.memoryMb)} MB`]),
    ]
    const report = {
      ratioToEngine100k: ratio,
      ratiosByConnections: ratios,
      goalReached: ratio >= goals.ratio,
      firstQuestions,
      indexing: { ...indexing, rate: whileIndexing.rate, written },
      memory,
      missed,
      figures,
    }
    if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else
      process.stdout.write(
        `answers per second, of the engine’s plain searches, with ${String(largest)} documents: ` +
          `${manyConnections.map((count) => `${String(ratios[count])} (${String(count)} connections)`).join(', ')}; goal ${String(goals.ratio)}\n` +
          `while ${String(written)} documents were written, ${String(whileIndexing.rate)} questions a second: p50 ${inMs(indexing.p50Ms)}, p99 ${inMs(indexing.p99Ms)}\n` +
          `memory of the front office: ${String(memory.idleMb)} MB at the start, never more than ${String(memory.peakMb)} MB\n` +
          `missed: ${missed.length === 0 ? 'nothing' : missed.join('; ')}\n`,
      )
    return missed.length === 0
  } finally {
    await frontOffice.stop()
    await questionTaker.stop()
    for (const contender of contenders) await contender.stop()
    await supervisor.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const reached = await main()
process.exit(reached ? 0 : 1)
