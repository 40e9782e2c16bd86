// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectEngine, type EngineClient } from '../client.js'
import { engineKeys } from '../engine/engine-keys.js'
import { resolveEngine, type EngineProgram } from '../engine/resolve-engine.js'
import { EngineSupervisor } from '../engine/supervisor.js'

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'linea-comune-search-'))

export const packagedProgram = (): EngineProgram => {
  const choice = resolveEngine({ meili: {}, secrets: {} })
  if (choice.kind !== 'program') throw new Error('these tests want an engine to start')
  return choice
}

export interface TestEngine {
  supervisor: EngineSupervisor
  dataDir: string
  /** May only read, as the front office. */
  reader: EngineClient
  /** May write, as the back office. */
  writer: EngineClient
  stop: () => Promise<void>
}

export const startEngine = async (): Promise<TestEngine> => {
  const dataDir = temporaryFolder()
  const supervisor = await new EngineSupervisor({ dataDir, program: packagedProgram() }).start()
  const { searchKey, writeKey } = await engineKeys(supervisor.url, supervisor.masterKey)
  return {
    supervisor,
    dataDir,
    reader: connectEngine({ url: supervisor.url, apiKey: searchKey }),
    writer: connectEngine({ url: supervisor.url, apiKey: writeKey }),
    stop: async () => {
      await supervisor.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
