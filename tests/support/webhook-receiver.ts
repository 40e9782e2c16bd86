// SPDX-License-Identifier: AGPL-3.0-or-later
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

interface ReceivedWebhook {
  id: string
  body: string
  type: string
  data: { event_id: string; ticket_number: string; forwarding_id: string; link?: string }
}

export interface WebhookReceiver {
  url: string
  received: ReceivedWebhook[]
  /** Calls whose signature did not verify. */
  forged: string[]
  /** Status to answer with, and where to redirect to. */
  answerWith: (status: number, headers?: Record<string, string>, body?: string) => void
  stop: () => Promise<void>
}

/** A receiver that verifies signatures with the reference library. */
export const receiveWebhooks = async (secret: string): Promise<WebhookReceiver> => {
  const received: ReceivedWebhook[] = []
  const forged: string[] = []
  let answer: { status: number; headers: Record<string, string>; body: string } = { status: 204, headers: {}, body: '' }
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      try {
        new Webhook(secret).verify(body, request.headers as Record<string, string>)
        received.push({ id: String(request.headers['webhook-id']), body, ...(JSON.parse(body) as Pick<ReceivedWebhook, 'type' | 'data'>) })
      } catch (error) {
        forged.push(String(error))
      }
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ricevi`,
    received,
    forged,
    answerWith: (status, headers = {}, body = '') => (answer = { status, headers, body }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
