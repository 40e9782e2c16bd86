// SPDX-License-Identifier: AGPL-3.0-or-later
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A back office that takes what happened to questions and does nothing else: each question asked is written down, as in production. */
export const startQuestionTaker = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"done":true}'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
