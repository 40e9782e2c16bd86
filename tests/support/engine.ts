// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseEnv } from '@linea-comune/config'
import {
  connectEngine,
  createAnswerer,
  createIndexWriter,
  createPageReader,
  engineKeys,
  EngineSupervisor,
  resolveEngine,
  type Answerer,
  type EngineClient,
  type IndexWriter,
  type PageReader,
} from '@linea-comune/search'

export interface TestEngine {
  client: EngineClient
  writer: IndexWriter
  reader: PageReader
  answerer: Answerer
  url: string
  /** May read and write. */
  apiKey: string
  stop: () => Promise<void>
}

/** A real engine over an empty folder, with prepared indexes. */
export const startEngine = async (): Promise<TestEngine> => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-engine-'))
  const choice = resolveEngine(parseEnv({}))
  if (choice.kind !== 'program') throw new Error('these tests start an engine of their own')
  const supervisor = await new EngineSupervisor({ dataDir, program: choice }).start()
  const { writeKey } = await engineKeys(supervisor.url, supervisor.masterKey)
  const client = connectEngine({ url: supervisor.url, apiKey: writeKey })
  const writer = createIndexWriter(client)
  await writer.prepare()
  return {
    client,
    writer,
    reader: createPageReader(client),
    answerer: createAnswerer(client),
    url: supervisor.url,
    apiKey: writeKey,
    stop: async () => {
      await supervisor.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
