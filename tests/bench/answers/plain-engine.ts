// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectEngine, type EngineSupervisor } from '@linea-comune/search'
import { cpuMsOf } from '../content/process-use.js'
import { inChunks, type Contender, type SheetOrFaq } from './contender.js'
import { enteCodeOf } from './corpus.js'
import { askOverHttp } from './load.js'

const index = 'plain'

const toPlain = (source: SheetOrFaq): Record<string, unknown> => ({
  id: source.documentId,
  scope: source.enteCode ?? 'federation',
  title: source.kind === 'faq' ? source.question : source.title,
  text: source.kind === 'faq' ? source.answer : source.summary,
  questions: source.kind === 'faq' ? source.phrasings : source.keywords,
  sections: source.kind === 'faq' ? [] : Object.values(source.sections),
})

/** The same engine as somebody would use it who has nothing but it: one index, one search, its own ranking. */
export const startPlainEngine = async ({ url, masterKey, pid }: EngineSupervisor): Promise<Contender> => {
  const client = connectEngine({ url, apiKey: masterKey })
  await client.createIndex(index, { primaryKey: 'id' }).waitTask()
  await client
    .index(index)
    .updateSettings({ searchableAttributes: ['title', 'questions', 'text', 'sections'], filterableAttributes: ['scope'] })
    .waitTask()
  const headers = { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' }
  return {
    name: 'engine alone',
    add: (documents) =>
      inChunks(documents, 10_000, (chunk) =>
        client.index(index).addDocuments(chunk.map(toPlain)).waitTask({ timeout: 300_000, interval: 100 }),
      ),
    ask: (next, load) =>
      askOverHttp(
        url,
        () => {
          const { ente, q } = next()
          return {
            method: 'POST',
            path: `/indexes/${index}/search`,
            headers,
            body: JSON.stringify({
              q,
              filter: `scope IN [${enteCodeOf(ente)}, federation]`,
              limit: 10,
              attributesToRetrieve: ['id', 'title', 'text'],
            }),
          }
        },
        load,
      ),
    cpuMs: () => ({ engine: cpuMsOf(pid ?? 0) }),
    stop: () => Promise.resolve(),
  }
}
