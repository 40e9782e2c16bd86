// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { fromBackOffice, openFederation, password, type Federation, type TestStrapi } from '../support/federation.js'
import { generate } from './volume/generate.js'

const volume = { enti: 7896, sheets: 100_000, ofEditor: 1000 }
const rounds = 40
const warmUps = 5
const goalMs = 500

const sheet = 'api::service-sheet.service-sheet'
const list = `/content-manager/collection-types/${sheet}`
const enti = '/content-manager/collection-types/api::ente.ente'
const published = 'filters[$and][0][active][$eq]=true'

type Ask = (method: string, where: string, body?: unknown) => Promise<Record<string, unknown>>

interface Operation {
  name: string
  run: (ask: Ask, round: number) => Promise<unknown>
}

/** Of the n-th sheet of the editor's Ente that is published. */
const documentIdOf = (round: number): string => `s${String(5 * round + 1).padStart(23, '0')}`

const lists: Operation[] = [
  { name: 'first page of sheets', run: (ask) => ask('GET', `${list}?page=1&pageSize=10&sort=title:ASC&locale=it`) },
  { name: 'last changed first', run: (ask) => ask('GET', `${list}?page=1&pageSize=10&sort=updatedAt:DESC&locale=it`) },
  { name: 'page 50', run: (ask) => ask('GET', `${list}?page=50&pageSize=10&sort=title:ASC&locale=it`) },
  {
    name: 'search in the list',
    run: (ask, n) => ask('GET', `${list}?page=1&pageSize=10&sort=title:ASC&locale=it&_q=scolastica%20${String(n)}`),
  },
  { name: 'filtered list', run: (ask) => ask('GET', `${list}?page=1&pageSize=10&sort=title:ASC&locale=it&${published}`) },
  { name: 'a hundred on a page', run: (ask) => ask('GET', `${list}?page=1&pageSize=100&sort=title:ASC&locale=it`) },
]

const work: Operation[] = [
  { name: 'open a sheet', run: (ask, n) => ask('GET', `${list}/${documentIdOf(n)}?locale=it`) },
  {
    name: 'its offices',
    run: (ask, n) => ask('GET', `/content-manager/relations/${sheet}/${documentIdOf(n)}/offices?pageSize=5&page=1&locale=it&status=draft`),
  },
  {
    name: 'search an office to link',
    run: (ask, n) =>
      ask('GET', `/content-manager/relations/${sheet}/offices?pageSize=10&page=1&_q=Anagrafe&id=${documentIdOf(n)}&locale=it`),
  },
  { name: 'save', run: (ask, n) => ask('PUT', `${list}/${documentIdOf(n)}?locale=it`, { summary: `Cambiata ${String(n)}` }) },
  {
    name: 'publish',
    run: (ask, n) => ask('POST', `${list}/${documentIdOf(n)}/actions/publish?locale=it`, { summary: `Pubblicata ${String(n)}` }),
  },
  { name: 'unpublish', run: (ask, n) => ask('POST', `${list}/${documentIdOf(n)}/actions/unpublish?locale=it`, {}) },
  { name: 'create', run: (ask, n) => ask('POST', `${list}?locale=it`, { title: `Scheda nuova ${String(n)}`, howTo: 'Vieni.' }) },
]

const home: Operation[] = [
  { name: 'counts of the first page', run: (ask) => ask('GET', '/content-manager/homepage/count-documents') },
  { name: 'what was changed last', run: (ask) => ask('GET', '/content-manager/homepage/recent-documents?action=update') },
]

const ofAdministrator: Operation[] = [
  { name: 'list of Enti', run: (ask) => ask('GET', `${enti}?page=1&pageSize=10&sort=code:ASC`) },
  { name: 'search an Ente', run: (ask, n) => ask('GET', `${enti}?page=1&pageSize=10&sort=code:ASC&_q=Prova%20${String(1000 + n)}`) },
]

interface Measure {
  who: string
  operation: string
  p50: number
  p95: number
}

const measure = async (who: string, ask: Ask, { name, run }: Operation): Promise<Measure> => {
  const tookMs: number[] = []
  for (let round = -warmUps; round < rounds; round++) {
    const startedAt = performance.now()
    await run(ask, round + warmUps)
    if (round >= 0) tookMs.push(performance.now() - startedAt)
  }
  tookMs.sort((a, b) => a - b)
  const share = (part: number): number => Math.round(tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * part))] ?? 0)
  return { who, operation: name, p50: share(0.5), p95: share(0.95) }
}

const askAs = async ({ url }: Federation, email: string): Promise<Ask> => {
  const ask = async (token: string, method: string, where: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}${where}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${where}: ${String(response.status)} ${text.slice(0, 300)}`)
    return JSON.parse(text) as Record<string, unknown>
  }
  const { data } = (await ask('', 'POST', '/admin/login', { email, password })) as { data: { token: string } }
  return (method, where, body) => ask(data.token, method, where, body)
}

const addAdministrator = async ({ strapi }: Federation): Promise<string> => {
  const email = 'admin@centre.example'
  const { id } = await strapi.service('admin::role').findOne({ code: 'strapi-super-admin' })
  await strapi.service('admin::user').create({ email, firstname: 'Ada', lastname: 'Prova', password, isActive: true, roles: [id] })
  return email
}

const main = async (): Promise<void> => {
  const federation = await openFederation()
  // As the back office does when it serves.
  await fromBackOffice<{ mapDatabase: (s: TestStrapi) => Promise<void> }>('database/map-database.js').mapDatabase(federation.strapi)
  const administrator = await addAdministrator(federation)
  const startedAt = performance.now()
  generate(federation.dataDir, volume)
  const { size } = fs.statSync(path.join(federation.dataDir, 'database', 'linea-comune.sqlite'))
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const json = process.argv.includes('--json')
  if (!json)
    say(
      `${String(volume.enti)} Enti, ${String(volume.sheets)} sheets, ${String(volume.ofEditor)} of the editor’s Ente: written in ` +
        `${((performance.now() - startedAt) / 1000).toFixed(1)} s, ${(size / 2 ** 20).toFixed(0)} MB\n`,
    )
  const measures: Measure[] = []
  const take = async (who: string, email: string, operations: readonly Operation[]): Promise<void> => {
    const ask = await askAs(federation, email)
    for (const operation of operations) {
      const taken = await measure(who, ask, operation)
      measures.push(taken)
      if (!json)
        say(
          `${who.padEnd(14)} ${taken.operation.padEnd(28)} p50 ${String(taken.p50).padStart(6)} ms   p95 ${String(taken.p95).padStart(6)} ms`,
        )
    }
  }
  await take('editor', 'editor@a.example', [...lists, ...work, ...home])
  await take('administrator', administrator, [...lists, ...work, ...home, ...ofAdministrator])
  const slow = measures.filter(({ p95 }) => p95 >= goalMs)
  if (json) say(JSON.stringify({ volume, goalMs, measures }, null, 2))
  else
    say(slow.length === 0 ? `\nevery p95 is below ${String(goalMs)} ms` : `\np95 of ${String(goalMs)} ms or more: ${String(slow.length)}`)
  await federation.stop()
  process.exit(slow.length === 0 ? 0 : 1)
}

await main()
