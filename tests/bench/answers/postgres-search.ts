// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import pg from 'pg'
import { startPostgres } from '../../support/postgres.js'
import { cpuMsOf } from '../content/process-use.js'
import { inChunks, type Contender, type SheetOrFaq } from './contender.js'
import { enteCodeOf } from './corpus.js'
import { askDirectly } from './load.js'

const table = `
  create table documents (
    id text primary key, scope text not null, title text not null, body text not null,
    words tsvector generated always as
      (setweight(to_tsvector('italian', title), 'A') || setweight(to_tsvector('italian', body), 'B')) stored
  );
  create index on documents using gin (words);
  create index on documents (scope);`

const search = (query: string): string => `
  select id, title, body from documents, ${query} as asked
  where words @@ asked and scope in ($2, 'federation') order by ts_rank(words, asked) desc limit 10`
const everyWord = search(`websearch_to_tsquery('italian', $1)`)
/** A question of many words is seldom said in one text: then any of them will do. */
const anyWord = search(`cast(replace(plainto_tsquery('italian', $1)::text, ' & ', ' | ') as tsquery)`)

const bodyOf = (source: SheetOrFaq): string =>
  source.kind === 'faq'
    ? [...source.phrasings, source.answer].join('\n')
    : [source.summary, ...source.keywords, ...Object.values(source.sections)].join('\n')

const childrenOf = (parent: number): number[] =>
  fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? [Number(name)] : []
    } catch {
      // It ended meanwhile.
      return []
    }
  })

/** PostgreSQL with its Italian text search, asked over its own protocol without a server in between, which favours it. */
export const startPostgresSearch = async (connections: number): Promise<Contender> => {
  const database = await startPostgres()
  const pool = new pg.Pool({ connectionString: database.url, max: connections })
  await pool.query(table)
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const [, parent] = /^PPid:\s+(\d+)$/m.exec(fs.readFileSync(`/proc/${String(rows[0]?.pid)}/status`, 'utf8')) ?? []
  return {
    name: 'PostgreSQL',
    add: async (documents) => {
      await inChunks(documents, 5000, (chunk) =>
        pool.query('insert into documents (id, scope, title, body) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])', [
          chunk.map(({ documentId }) => documentId),
          chunk.map(({ enteCode }) => enteCode ?? 'federation'),
          chunk.map((source) => (source.kind === 'faq' ? source.question : source.title)),
          chunk.map(bodyOf),
        ]),
      )
      await pool.query('vacuum analyze documents')
    },
    ask: (next, load) =>
      askDirectly(async () => {
        const { ente, q } = next()
        const found = await pool.query(everyWord, [q, enteCodeOf(ente)])
        if (found.rows.length === 0) await pool.query(anyWord, [q, enteCodeOf(ente)])
      }, load),
    cpuMs: () => ({ postgres: childrenOf(Number(parent)).reduce((sum, pid) => sum + cpuMsOf(pid), 0) }),
    stop: async () => {
      await pool.end()
      await database.stop()
    },
  }
}
