// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service of models that knows a handful of meanings, asked as Ollama is and as OpenAI is. */
export interface ModelsService {
  url: string
  /** Every text it was asked about, with the key it was shown. */
  asked: { text: string; key: string | undefined }[]
  /** It answers nothing until it is told to go on. */
  hang: () => void
  goOn: () => void
  shut: () => Promise<void>
}

export const dimensions = 4

/** Whatever holds one of these words means the same. */
const meanings = [
  ['passo carrabile', 'posteggiano'],
  ['asilo nido', 'frugoletti'],
  ['cremazione', 'trapassato'],
]

const vectorOf = (text: string): number[] => {
  const vector = meanings.map((words) => (words.some((word) => text.toLowerCase().includes(word)) ? 1 : 0))
  return [...vector, vector.includes(1) ? 0 : 1]
}

const bodyOf = async (request: IncomingMessage): Promise<{ input: string | string[] }> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as { input: string | string[] }
}

const answers: Record<string, (vectors: number[][]) => object> = {
  '/api/embed': (embeddings) => ({ model: 'm', embeddings }),
  '/v1/embeddings': (vectors) => ({ object: 'list', data: vectors.map((embedding, index) => ({ index, embedding })) }),
}

export const startModelsService = async (): Promise<ModelsService> => {
  const asked: ModelsService['asked'] = []
  let resume: (() => void) | null = null
  let pause: Promise<void> = Promise.resolve()
  const server = createServer((request, response) => {
    void (async () => {
      const texts = [(await bodyOf(request)).input].flat()
      asked.push(...texts.map((text) => ({ text, key: request.headers.authorization })))
      await pause
      const answer = answers[request.url ?? '']
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer?.(texts.map(vectorOf)) ?? {}))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    hang: () => {
      pause = new Promise((resolve) => (resume = resolve))
    },
    goOn: () => {
      resume?.()
      resume = null
      pause = Promise.resolve()
    },
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
