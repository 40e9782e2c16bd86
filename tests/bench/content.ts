// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseEnv } from '@linea-comune/config'
import { engineKeys, EngineSupervisor, resolveEngine } from '@linea-comune/search'
import { startFrontOffice } from '../support/front-office.js'
import { freePorts } from '../support/ports.js'
import { enteCodeOf } from './content/generate.js'
import { measure, median, type Load, type Sample } from './content/measure.js'
import { cpuMsOf, memoryMbOf } from './content/process-use.js'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sheets: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
  },
})
const sheets = Number(options.sheets)
const enti = 200
const pageSize = 25
/** Of the processor time that Strapi's own REST takes. */
const goal = 0.1

const tell = (text: string): void => void process.stderr.write(`${text}\n`)

interface Side {
  url: string
  headers?: Record<string, string>
  pids: Record<string, number>
}
interface Case {
  name: string
  ours: readonly string[]
  strapi: readonly string[]
  /** Words are looked up by the engine: shown for comparison, no list. */
  isList?: false
}

const startBackOffice = async (dataDir: string, engine: { url: string; key: string }, publicUrl: string) => {
  const child = fork(
    path.join(import.meta.dirname, 'content', 'strapi-process.ts'),
    [String(sheets), String(enti), engine.url, engine.key],
    {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: dataDir,
        PUBLIC_URL: publicUrl,
        LOG_LEVEL: 'error',
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
      },
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
    },
  )
  const ready = await new Promise<{ port: number; key: string }>((resolve, reject) => {
    child.on('message', (message: { step: string; port?: number; key?: string }) => {
      tell(`  ${message.step}`)
      if (message.port !== undefined && message.key !== undefined) resolve({ port: message.port, key: message.key })
    })
    child.once('exit', (code) => reject(new Error(`the back office ended with ${String(code)}`)))
  })
  return { child, ...ready }
}

const fetchList = async (
  url: string,
  headers: Record<string, string>,
): Promise<{ items: unknown[]; total: number; next: string | null }> => {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${await response.text()}`)
  return (await response.json()) as { items: unknown[]; total: number; next: string | null }
}

/** An empty answer is quick: what is compared must be whole pages on both sides. */
const expectWholePages = async (url: string, headers: Record<string, string> = {}): Promise<void> => {
  const response = await fetch(url, { headers })
  const { items, data } = (await response.json()) as { items?: unknown[]; data?: unknown[] }
  const found = (items ?? data ?? []).length
  if (found !== pageSize) throw new Error(`${url} answers ${String(found)} of ${String(pageSize)} sheets`)
}

/** Reads a whole list page by page, and answers the address of each page. */
const walk = async (side: Side, first: string): Promise<string[]> => {
  const seen: string[] = []
  for (let next: string | null = first; next !== null;) {
    seen.push(next)
    const following: string | null = (await fetchList(`${side.url}${next}`, side.headers ?? {})).next
    next = following === null ? null : new URL(following).pathname + new URL(following).search
  }
  return seen
}

const populate = ['categories', 'topics', 'lifeEvents', 'contactPoints', 'places'].map(
  (name, index) => `populate[${String(index)}]=${name}`,
)
const populated = [
  ...populate,
  'populate[5]=offices.hours',
  'populate[6]=offices.places',
  'populate[7]=offices.contactPoints.entries',
].join('&')

const strapiList = (...query: string[]): string => `/api/service-sheets?${[`pagination[pageSize]=${String(pageSize)}`, ...query].join('&')}`

const casesOf = (pages: { byTitle: readonly string[]; byTime: readonly string[] }): Case[] => {
  const strapiPages = (...query: string[]): string[] =>
    pages.byTitle.map((_, index) => strapiList(`pagination[page]=${String(index + 1)}`, ...query))
  const codes = Array.from({ length: enti }, (_, number) => enteCodeOf(number))
  const ofEnte = codes.map((code) => `/api/v1/sheets?limit=${String(pageSize)}&ente=${code}&sort=title`)
  const strapiOfEnte = (...query: string[]): string[] =>
    codes.map((code) => strapiList(`filters[enteCode][$eq]=${code}`, 'sort=title', ...query))
  return [
    { name: 'a page, Strapi without relations', ours: pages.byTitle, strapi: strapiPages() },
    { name: 'a page, Strapi with the relations that ours has', ours: pages.byTitle, strapi: strapiPages(populated) },
    { name: 'of one Ente by title, Strapi without relations', ours: ofEnte, strapi: strapiOfEnte() },
    { name: 'of one Ente by title, with relations', ours: ofEnte, strapi: strapiOfEnte(populated) },
    { name: 'newest first, Strapi without relations', ours: pages.byTime, strapi: strapiPages('sort=updatedAt:desc') },
    {
      name: 'four fields',
      ours: pages.byTitle.map((path) => `${path}&fields=title,summary,slug,updatedAt`),
      strapi: strapiPages('fields[0]=title', 'fields[1]=summary', 'fields[2]=slug', 'fields[3]=updatedAt'),
    },
    {
      name: 'words in any text, Strapi in the title alone',
      isList: false,
      ours: codes.map((_, number) => `/api/v1/sheets?limit=${String(pageSize)}&q=tassa%20${String(number)}`),
      strapi: codes.map((_, number) => strapiList(`filters[title][$containsi]=tassa%20sui%20rifiuti%20${String(number)}`)),
    },
  ]
}

const sum = (values: Record<string, number>): number => Object.values(values).reduce((total, value) => total + value, 0)
const middleOf = (samples: readonly Sample[], value: (sample: Sample) => number): number => median(samples.map(value))

const main = async (): Promise<boolean> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-bench-'))
  const program = resolveEngine(parseEnv({}))
  if (program.kind !== 'program') throw new Error('the measurement starts an engine of its own')
  tell(`preparing ${String(sheets)} sheets of ${String(enti)} Enti`)
  const supervisor = await new EngineSupervisor({ dataDir: path.join(folder, 'engine'), program }).start()
  const keys = await engineKeys(supervisor.url, supervisor.masterKey)
  const [port] = await freePorts(1)
  const url = `http://127.0.0.1:${String(port)}`
  const backOffice = await startBackOffice(path.join(folder, 'data'), { url: supervisor.url, key: keys.writeKey }, url)
  const frontOffice = await startFrontOffice(
    {
      DATA_DIR: path.join(folder, 'data'),
      BACKOFFICE_INTERNAL_URL: `http://127.0.0.1:${String(backOffice.port)}`,
      MEILI_URL: supervisor.url,
      MEILI_API_KEY: keys.searchKey,
    },
    port,
  )
  try {
    const ours: Side = {
      url,
      headers: { authorization: `Bearer ${backOffice.key}` },
      pids: { frontOffice: frontOffice.pid, engine: supervisor.pid ?? 0 },
    }
    const strapi: Side = { url: `http://127.0.0.1:${String(backOffice.port)}`, pids: { strapi: backOffice.child.pid ?? 0 } }

    // The first reading, when nothing is in memory: the catalogue is loaded, and every text is fetched and written out.
    const firstCpu = () => Object.fromEntries(Object.entries(ours.pids).map(([name, pid]) => [name, cpuMsOf(pid)]))
    const memory = { before: memoryMbOf(ours.pids.frontOffice ?? 0), after: 0 }
    const start = firstCpu()
    await fetchList(`${url}/api/v1/enti?limit=1`, ours.headers ?? {})
    const loaded = firstCpu()
    const byTitle = await walk(ours, `/api/v1/sheets?limit=${String(pageSize)}&sort=title`)
    const walked = firstCpu()
    memory.after = memoryMbOf(ours.pids.frontOffice ?? 0)
    const byTime = await walk(ours, `/api/v1/sheets?limit=${String(pageSize)}&sort=-updated`)
    const since = (a: Record<string, number>, b: Record<string, number>, per: number) =>
      Object.fromEntries(Object.keys(a).map((name) => [name, ((b[name] ?? 0) - (a[name] ?? 0)) / per]))
    const cold = { catalogue: since(start, loaded, 1), page: since(loaded, walked, byTitle.length), pages: byTitle.length }

    const cases = casesOf({ byTitle, byTime })
    const seconds = Number(options.seconds)
    const results = []
    for (const { name, ours: oursPaths, strapi: strapiPaths, isList = true } of cases) {
      await expectWholePages(`${ours.url}${oursPaths[0] ?? ''}`, ours.headers)
      if (isList) await expectWholePages(`${strapi.url}${strapiPaths[0] ?? ''}`)
      const loads: Record<'ours' | 'strapi', Load> = { ours: { ...ours, paths: oursPaths }, strapi: { ...strapi, paths: strapiPaths } }
      await measure(loads.ours, 2)
      await measure(loads.strapi, 2)
      const samples: Record<'ours' | 'strapi', Sample[]> = { ours: [], strapi: [] }
      for (let round = 0; round < Number(options.rounds); round++)
        for (const side of ['ours', 'strapi'] as const) samples[side].push(await measure(loads[side], seconds))
      const cpu = {
        frontOffice: middleOf(samples.ours, ({ cpuMs }) => cpuMs.frontOffice ?? 0),
        engine: middleOf(samples.ours, ({ cpuMs }) => cpuMs.engine ?? 0),
        ours: middleOf(samples.ours, ({ cpuMs }) => sum(cpuMs)),
        strapi: middleOf(samples.strapi, ({ cpuMs }) => sum(cpuMs)),
      }
      const result = {
        name,
        isList,
        cpuMs: cpu,
        ratio: cpu.ours / cpu.strapi,
        ratioWithoutEngine: cpu.frontOffice / cpu.strapi,
        ours: {
          p50Ms: middleOf(samples.ours, (s) => s.p50Ms),
          requestsPerS: middleOf(samples.ours, (s) => s.requestsPerS),
          bytes: samples.ours[0]?.bytes,
        },
        strapi: {
          p50Ms: middleOf(samples.strapi, (s) => s.p50Ms),
          requestsPerS: middleOf(samples.strapi, (s) => s.requestsPerS),
          bytes: samples.strapi[0]?.bytes,
        },
      }
      results.push(result)
      tell(
        `${name}\n  ours ${cpu.ours.toFixed(3)} ms CPU (engine ${cpu.engine.toFixed(3)}), p50 ${String(result.ours.p50Ms)} ms, ${result.ours.requestsPerS.toFixed(0)}/s, ${String(result.ours.bytes)} B` +
          `\n  Strapi ${cpu.strapi.toFixed(3)} ms CPU, p50 ${String(result.strapi.p50Ms)} ms, ${result.strapi.requestsPerS.toFixed(0)}/s, ${String(result.strapi.bytes)} B` +
          `\n  ratio ${result.ratio.toFixed(4)}`,
      )
    }
    const page = byTitle[0] ?? ''
    const etag = (await fetch(`${url}${page}`, { headers: ours.headers ?? {} })).headers.get('etag') ?? ''
    const unchanged = await measure({ ...ours, headers: { ...ours.headers, 'if-none-match': etag }, paths: [page] }, seconds)
    const reached = results.every(({ ratio, isList }) => !isList || ratio <= goal)
    const report = {
      sheets,
      enti,
      pageSize,
      rounds: Number(options.rounds),
      secondsPerSample: seconds,
      goal,
      reached,
      cold,
      memoryMb: memory,
      unchanged,
      cases: results,
    }
    if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else
      process.stdout.write(
        `first reading: catalogue ${sum(cold.catalogue).toFixed(0)} ms CPU, then ${sum(cold.page).toFixed(2)} ms a page, ${(cold.page.engine ?? 0).toFixed(2)} of them the engine’s (${String(cold.pages)} pages)\n` +
          `memory of the front office: ${String(memory.before)} MB, with every text in it ${String(memory.after)} MB\n` +
          `unchanged (304): ${sum(unchanged.cpuMs).toFixed(3)} ms CPU\n` +
          `CPU per request at most ${String(goal)} of Strapi’s for every list: ${reached ? 'yes' : 'no'}\n`,
      )
    return reached
  } finally {
    await frontOffice.stop()
    backOffice.child.kill('SIGKILL')
    await supervisor.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const reached = await main()
process.exit(reached ? 0 : 1)
