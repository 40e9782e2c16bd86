// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectEngine, toDocuments, type EngineSupervisor } from '@linea-comune/search'
import { stamped } from '../../../search/src/documents/stamped.js'
import { cpuMsOf } from '../content/process-use.js'
import { inChunks, type Contender, type SheetOrFaq } from './contender.js'
import { enteSlugOf } from './corpus.js'
import { askOverHttp } from './load.js'

/** Questions per minute and address are limited: these come from eight thousand, by turns. */
let visits = 0
const someAddress = (): string => {
  visits += 1
  return `10.0.${String((visits >> 8) & 31)}.${String(visits & 255)}`
}

/** `GET /api/answers`. Without the index of pages, which no question reads. */
export const ourAnswers = (frontOffice: { url: string; pid: number }, { url, masterKey, pid }: EngineSupervisor): Contender => {
  const client = connectEngine({ url, apiKey: masterKey })
  return {
    name: 'answers',
    add: (documents: readonly SheetOrFaq[]) =>
      inChunks(documents, 10_000, (chunk) =>
        client
          .index('questions')
          .addDocuments(
            chunk.flatMap((source) => {
              const { question } = toDocuments(source)
              return question === null ? [] : [stamped(question)]
            }),
          )
          .waitTask({ timeout: 300_000, interval: 100 }),
      ),
    ask: (next, load) =>
      askOverHttp(
        frontOffice.url,
        () => {
          const { ente, q } = next()
          const path = `/api/answers?ente=${enteSlugOf(ente)}&q=${encodeURIComponent(q)}`
          return { method: 'GET', path, headers: { 'x-forwarded-for': someAddress() } }
        },
        load,
      ),
    cpuMs: () => ({ frontOffice: cpuMsOf(frontOffice.pid), engine: cpuMsOf(pid ?? 0) }),
    stop: () => Promise.resolve(),
  }
}
