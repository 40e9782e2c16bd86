// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { roles, type Role } from '@linea-comune/config'
import { importFiles } from '../import/import-files'
import type { ImportReport } from '../import/report'
import { table } from '../rows'
import { loadDemoModels } from './demo-models'
import { appDir } from '../settings'

export interface DemoAccount {
  /** What the person is, as the start-up message says it. */
  role: string
  email: string
  password: string
}

const demoDir = path.join(appDir, 'demo')
/** In the settings: `loading` survives a crash halfway, so that the next start finishes the work. */
const progressKey = 'demo'

/** Nobody has ever worked here: no Ente and no account. */
export const isEmptyFederation = async (strapi: Core.Strapi): Promise<boolean> => {
  if (await isDemoLoading(strapi)) return true
  return (await strapi.db.query('api::ente.ente').count()) === 0 && (await strapi.db.query('admin::user').count()) === 0
}

/** Loads the demo federation and its accounts. Answers with the accounts that it gave a password: it is stored nowhere else. */
export const loadDemo = async (strapi: Core.Strapi): Promise<DemoAccount[]> => {
  const resumed = await isDemoLoading(strapi)
  await markDemo(strapi, 'loading')
  await loadDemoContent(strapi)
  // Passwords that a start made before it fell were never shown to anybody.
  const accounts = await ensureDemoAccounts(strapi, resumed)
  await markDemo(strapi, 'loaded')
  return accounts
}

const isDemoLoading = async (strapi: Core.Strapi): Promise<boolean> => {
  const progress = await table(strapi, 'setting').findOne({ where: { key: progressKey } })
  return (progress?.value as { state?: string } | undefined)?.state === 'loading'
}

/** An object, since PostgreSQL takes no bare word for JSON. */
const markDemo = async (strapi: Core.Strapi, state: 'loading' | 'loaded'): Promise<void> => {
  const value = { state }
  const settings = table(strapi, 'setting')
  const { count } = await settings.updateMany({ where: { key: progressKey }, data: { value } })
  if (count === 0) await settings.create({ data: { key: progressKey, value } })
}

const demoFiles = async (): Promise<string[]> =>
  (await fs.readdir(demoDir)).filter((file) => file.endsWith('.json')).map((file) => path.join(demoDir, file))

/** The demo's content comes in through the same door as everybody's. */
export const loadDemoContent = async (strapi: Core.Strapi): Promise<ImportReport> => {
  const report = await importFiles(strapi, await demoFiles())
  const [first] = report.refused
  if (first !== undefined)
    throw new Error(`the demo's own content was refused: ${first.file}, row ${String(first.row)}, ${first.field}: ${first.reason}`)
  await loadDemoModels(strapi)
  return report
}

interface Person {
  role: Role
  firstname: string
  lastname: string
  email: string
  ente?: string
}

const isCode = (row: unknown): row is { code: string; slug: string } =>
  typeof row === 'object' && row !== null && 'code' in row && 'slug' in row

/** The Enti of the demo, as its own file names them. */
export const demoEnti = async (): Promise<{ code: string; slug: string }[]> => {
  const { enti } = JSON.parse(await fs.readFile(path.join(demoDir, 'enti.json'), 'utf8')) as { enti: unknown[] }
  return enti.filter(isCode)
}

/** The Ente that also has somebody who writes drafts, and an agent who answers forwarded tickets at the desk. */
const staffedSlug = 'valdombra'

const demoPeople = async (): Promise<Person[]> => {
  const enti = await demoEnti()
  return [
    { role: 'administrator', firstname: 'Ada', lastname: 'Amministratrice', email: 'admin@lineacomune.example' },
    { role: 'operator', firstname: 'Olga', lastname: 'Operatrice', email: 'operatrice@lineacomune.example' },
    { role: 'supervisor', firstname: 'Sara', lastname: 'Responsabile', email: 'responsabile@lineacomune.example' },
    { role: 'board', firstname: 'Teo', lastname: 'Tavolo', email: 'tavolo@lineacomune.example' },
    ...enti.map(({ code, slug }): Person => ({
      role: 'publisher',
      firstname: 'Redazione',
      lastname: capitalise(slug),
      email: `redazione@comune.${slug}.example`,
      ente: code,
    })),
    ...enti
      .filter(({ slug }) => slug === staffedSlug)
      .flatMap(({ code, slug }): Person[] => [
        { role: 'editor', firstname: 'Elio', lastname: 'Redattore', email: `bozze@comune.${slug}.example`, ente: code },
        { role: 'agent', firstname: 'Rita', lastname: 'Referente', email: `referente@comune.${slug}.example`, ente: code },
      ]),
  ]
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

interface UserService {
  create(user: {
    email: string
    firstname: string
    lastname: string
    password: string
    isActive: boolean
    roles: number[]
  }): Promise<{ id: number }>
  updateById(id: number, changes: { password: string }): Promise<unknown>
}

/** Accounts that are missing are made; those that exist keep their password, unless it was never shown. */
export const ensureDemoAccounts = async (strapi: Core.Strapi, renewPasswords = false): Promise<DemoAccount[]> => {
  const users = strapi.service('admin::user') as unknown as UserService
  const shown: DemoAccount[] = []
  for (const person of await demoPeople()) {
    const known = (await strapi.db.query('admin::user').findOne({ where: { email: person.email } })) as { id: number } | null
    const password = newPassword()
    const { id } = known ?? (await createUser(strapi, users, person, password))
    if (known !== null && renewPasswords) await users.updateById(id, { password })
    if (known === null || renewPasswords) shown.push({ role: roles[person.role].name, email: person.email, password })
    if (person.ente !== undefined) await joinEnte(strapi, person.ente, id)
  }
  return shown
}

const createUser = async (strapi: Core.Strapi, users: UserService, person: Person, password: string): Promise<{ id: number }> => {
  const { code } = roles[person.role]
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number } | null
  if (role === null) throw new Error(`there is no role ${code}`)
  const { email, firstname, lastname } = person
  return users.create({ email, firstname, lastname, password, isActive: true, roles: [role.id] })
}

const joinEnte = async (strapi: Core.Strapi, code: string, userId: number): Promise<void> => {
  await strapi.db.query('api::ente.ente').update({ where: { code }, data: { members: { connect: [{ id: userId }] } } })
}

const passwordWords = [
  'abete',
  'acero',
  'alba',
  'ancora',
  'aratro',
  'argine',
  'bacca',
  'balcone',
  'bosco',
  'brezza',
  'campo',
  'canale',
  'cedro',
  'collina',
  'corda',
  'duna',
  'edera',
  'faggio',
  'faro',
  'felce',
  'fiume',
  'fonte',
  'gelso',
  'ghiaia',
  'ginepro',
  'golfo',
  'isola',
  'lago',
  'lampada',
  'larice',
  'lanterna',
  'mandorlo',
  'mare',
  'melo',
  'mirto',
  'molo',
  'monte',
  'mulino',
  'neve',
  'nuvola',
  'olmo',
  'onda',
  'orto',
  'pietra',
  'pino',
  'pioggia',
  'ponte',
  'porto',
  'prato',
  'quercia',
  'rame',
  'riva',
  'roccia',
  'rovere',
  'sabbia',
  'salice',
  'sasso',
  'sentiero',
  'siepe',
  'sole',
  'stella',
  'tela',
  'torre',
  'valle',
]

/** Four words and a number, with what Strapi's rule wants: «Larice-molo-neve-ponte-4821». */
const newPassword = (): string => {
  const words = Array.from({ length: 4 }, () => passwordWords[randomInt(passwordWords.length)] ?? '')
  return `${capitalise(words.join('-'))}-${String(randomInt(1000, 10_000))}`
}
