// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectEngine, type EngineClient } from '../client.js'
import { engineKeys } from '../engine/engine-keys.js'
import { resolveEngine } from '../engine/resolve-engine.js'
import { EngineSupervisor } from '../engine/supervisor.js'
import { rebuild } from '../rebuild.js'
import type { IndexSource } from '../model.js'

/** A real engine with these documents and nothing else, gone afterwards. */
export const withThrowAwayEngine = async <T>(sources: Iterable<IndexSource>, use: (client: EngineClient) => Promise<T>): Promise<T> => {
  const program = resolveEngine({ meili: {}, secrets: {} })
  if (program.kind !== 'program') throw new Error('an evaluation starts an engine of its own')
  const dataDir = mkdtempSync(join(tmpdir(), 'linea-comune-evaluation-'))
  const supervisor = await new EngineSupervisor({ dataDir, program }).start()
  try {
    const { searchKey, writeKey } = await engineKeys(supervisor.url, supervisor.masterKey)
    await rebuild(connectEngine({ url: supervisor.url, apiKey: writeKey }), sources)
    return await use(connectEngine({ url: supervisor.url, apiKey: searchKey }))
  } finally {
    await supervisor.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
