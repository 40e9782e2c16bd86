// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process'
import path from 'node:path'
import { openSqlite } from '../../support/sqlite.js'
import { cpuMsOf } from '../content/process-use.js'
import type { Contender, SheetOrFaq } from './contender.js'
import { enteCodeOf } from './corpus.js'
import { askOverHttp } from './load.js'

const columns = {
  audience: 'audience',
  how_to: 'howTo',
  needed: 'needed',
  outcome: 'outcome',
  times: 'times',
  costs: 'costs',
  access: 'access',
  conditions: 'conditions',
} as const

/** Columns of a row; a FAQ becomes a sheet too, which spares Strapi a second search. */
const toRow = (source: SheetOrFaq): Record<string, unknown> => {
  const at = Date.parse(source.updatedAt)
  const texts =
    source.kind === 'faq'
      ? { title: source.question.slice(0, 160), summary: source.answer }
      : {
          title: source.title,
          summary: source.summary,
          ...Object.fromEntries(Object.entries(columns).map(([column, key]) => [column, source.sections[key] ?? ''])),
        }
  return {
    document_id: source.documentId.padStart(24, '0'),
    ...texts,
    slug: source.documentId,
    active: 1,
    ente_code: source.enteCode,
    locale: 'it',
    created_at: at,
    updated_at: at,
    published_at: at,
  }
}

/** Strapi's own REST with `_q`, over its own database (SQLite). The rows are written beside it: by its services it would take hours. */
export const startStrapiSearch = async (dataDir: string, engine: { url: string; key: string }): Promise<Contender> => {
  const child = fork(path.join(import.meta.dirname, 'strapi-process.ts'), [], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      MEILI_URL: engine.url,
      MEILI_API_KEY: engine.key,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`Strapi ended with ${String(code)}`)))
  })
  return {
    name: 'Strapi _q',
    add: (documents) => {
      const database = openSqlite(dataDir)
      database.exec('BEGIN IMMEDIATE')
      for (const document of documents) {
        const row = toRow(document)
        const names = Object.keys(row)
        database
          .prepare(`insert into service_sheets (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
          .run(...Object.values(row))
      }
      database.exec('COMMIT')
      database.close()
      return Promise.resolve()
    },
    ask: (next, load) =>
      askOverHttp(
        `http://127.0.0.1:${String(port)}`,
        () => {
          const { ente, q } = next()
          const whose = `filters[$or][0][enteCode][$eq]=${enteCodeOf(ente)}&filters[$or][1][enteCode][$null]=true`
          return { method: 'GET', path: `/api/service-sheets?_q=${encodeURIComponent(q)}&${whose}&pagination[pageSize]=10`, headers: {} }
        },
        load,
      ),
    cpuMs: () => ({ strapi: cpuMsOf(child.pid ?? 0) }),
    stop: () => {
      child.kill('SIGKILL')
      return Promise.resolve()
    },
  }
}
