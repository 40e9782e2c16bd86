// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import type http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { connectBackOffice, type CallBackOffice } from './back-office.js'
import { root } from './system.js'

/** What these tests need of Strapi. Its own types would bring the whole of cms into this part's compilation. */
export interface TestStrapi {
  documents: (uid: string) => {
    create: (params: Record<string, unknown>) => Promise<{ documentId: string }>
    findOne: (params: Record<string, unknown>) => Promise<Record<string, unknown> | null>
    update: (params: Record<string, unknown>) => Promise<unknown>
    publish: (params: Record<string, unknown>) => Promise<unknown>
    unpublish: (params: Record<string, unknown>) => Promise<unknown>
    delete: (params: Record<string, unknown>) => Promise<unknown>
  }
  db: {
    query: (uid: string) => {
      count: (query?: unknown) => Promise<number>
      findOne: (query: unknown) => Promise<Record<string, unknown> | null>
      findMany: (query: unknown) => Promise<Record<string, unknown>[]>
      create: (query: unknown) => Promise<unknown>
      deleteMany: (query: unknown) => Promise<unknown>
      update: (query: unknown) => Promise<unknown>
      updateMany: (query: unknown) => Promise<unknown>
    }
    connection: ((table: string) => {
      insert: (rows: Record<string, unknown> | Record<string, unknown>[]) => Promise<unknown>
      where: (where: Record<string, unknown>) => { update: (values: Record<string, unknown>) => Promise<unknown> }
    }) & { raw: (sql: string) => Promise<{ rows: unknown[] }> }
    transaction: <T>(work: () => Promise<T>) => Promise<T>
    metadata: { get: (uid: string) => { tableName: string } }
  }
  service: (uid: string) => {
    create: (data: unknown) => Promise<{ id: number; accessKey?: string }>
    findOne: (where: unknown) => Promise<{ id: number }>
    assignPermissions: (roleId: number, permissions: unknown[]) => Promise<unknown>
    getNestedFields: (model: unknown, options: { components: unknown }) => string[]
  }
  contentType: (uid: string) => unknown
  components: unknown
  plugin: (name: string) => { service: (name: string) => Record<string, (...input: unknown[]) => Promise<unknown>> }
  server: { mount: () => void; httpServer: http.Server; listRoutes: () => { methods: string[]; path: string }[] }
  destroy: () => Promise<void>
}

const load = createRequire(import.meta.url)
/** Compiled CommonJS of the back office, as it runs in production. */
// The caller says what the file exports, as an import would.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export const fromBackOffice = <T>(file: string): T => load(path.join(root, 'cms', 'dist', 'src', file)) as T

export interface Federation {
  strapi: TestStrapi
  call: CallBackOffice
  dataDir: string
  /** Address of the back office. */
  url: string
  /** documentIds by name. */
  offices: { anagrafe: string; tributi: string; elsewhere: string }
  /** Sessions at the desk. */
  operator: string
  agent: string
  startDelivery: () => { stop: () => Promise<void> }
  stop: () => Promise<void>
}

/** Of everybody here. */
export const password = 'Prova-Prova-2026'

/** A back office of two Enti in this process, on a database of its own. One per test file: it reads the environment once. */
export const openFederation = async (env: Record<string, string> = {}): Promise<Federation> => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-federation-'))
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    STRAPI_TELEMETRY_DISABLED: 'true',
    PUBLIC_URL: 'http://citizens.example',
    ...env,
  })
  // Strapi removes every listener of the process when it ends, the test runner's among them.
  const listeners = process.eventNames().map((event) => [event, process.listeners(event as 'exit')] as const)
  const { bootForCommand } = fromBackOffice<{ bootForCommand: () => Promise<TestStrapi> }>('commands/boot.js')
  const strapi = await bootForCommand()
  strapi.server.mount()
  const { httpServer } = strapi.server
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const { port } = httpServer.address() as AddressInfo
  const call = connectBackOffice(port, dataDir)
  const offices = await fill(strapi)
  const signIn = async (email: string): Promise<string> => (await call('signIn', { email, password })).session
  return {
    strapi,
    call,
    dataDir,
    url: `http://127.0.0.1:${String(port)}`,
    offices,
    operator: await signIn('operator@centre.example'),
    agent: await signIn('agent@a.example'),
    startDelivery: () =>
      fromBackOffice<{ startDeliveryWorker: (s: TestStrapi) => { stop: () => Promise<void> } }>(
        'delivery/delivery-worker.js',
      ).startDeliveryWorker(strapi),
    stop: async () => {
      await new Promise((resolve) => httpServer.close(resolve))
      await strapi.destroy()
      for (const [event, known] of listeners) {
        for (const listener of known) if (!process.listeners(event as 'exit').includes(listener)) process.on(event, listener)
      }
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const fill = async (strapi: TestStrapi): Promise<Federation['offices']> => {
  const ente = (data: Record<string, unknown>) => strapi.documents('api::ente.ente').create({ data: { lifecycle: 'active', ...data } })
  const office = async (data: Record<string, unknown>): Promise<string> =>
    (await strapi.documents('api::office.office').create({ data })).documentId
  const agent = await person(strapi, 'ente-agent', 'agent@a.example')
  await person(strapi, 'operator', 'operator@centre.example')
  const editorA = await person(strapi, 'ente-publisher', 'editor@a.example')
  const editorB = await person(strapi, 'ente-publisher', 'editor@b.example')
  const members = (...ids: number[]) => ({ members: { connect: ids.map((id) => ({ id })) } })
  await ente({
    code: 'c_a',
    slug: 'comune-a',
    name: 'Comune di A',
    email: 'protocollo@a.example',
    languages: ['it', 'en', 'de'],
    ...members(agent, editorA),
  })
  await ente({ code: 'c_b', slug: 'comune-b', name: 'Comune di B', ...members(editorB) })
  await ente({ code: 'c_c', slug: 'comune-c', name: 'Comune di C', lifecycle: 'suspended' })
  return {
    anagrafe: await office({ name: 'Anagrafe', enteCode: 'c_a', forwardingEmail: 'anagrafe@a.example' }),
    tributi: await office({ name: 'Tributi', enteCode: 'c_a' }),
    elsewhere: await office({ name: 'Ufficio senza recapiti', enteCode: 'c_b' }),
  }
}

/** An account with one role. */
export const person = async (strapi: TestStrapi, role: string, email: string): Promise<number> => {
  const { id } = await strapi.service('admin::role').findOne({ code: role })
  const user = await strapi
    .service('admin::user')
    .create({ email, firstname: role, lastname: 'Prova', password, isActive: true, roles: [id] })
  return user.id
}
