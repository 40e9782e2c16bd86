// SPDX-License-Identifier: AGPL-3.0-or-later
import http from 'node:http'
import type { HttpQuestion } from './http-question.js'
import { diceFrom } from './random.js'

export interface Arrivals {
  /** Each second, on average. */
  rate: number
  connections: number
  durationS: number
}

/**
 * Questions that come as people do, one apart from the other: at random moments (Poisson), whether the last one was answered or not.
 * Each is timed from the moment it came, so that one that had to wait for a connection counts its waiting too.
 * @returns milliseconds of each
 */
export const askAsTheyCome = async (
  url: string,
  next: () => HttpQuestion,
  { rate, connections, durationS }: Arrivals,
): Promise<number[]> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const { below } = diceFrom(29)
  const latencies: number[] = []
  const pending: Promise<void>[] = []
  const began = performance.now()
  let at = began
  while ((at += (-Math.log(1 - below(1_000_000) / 1_000_000) * 1000) / rate) < began + durationS * 1000) {
    await until(at)
    const came = performance.now()
    pending.push(
      ask(url, next(), agent).then(() => {
        latencies.push(performance.now() - came)
      }),
    )
  }
  await Promise.all(pending)
  agent.destroy()
  return latencies
}

const until = (at: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())))

/** A wrong answer ends the measurement, since it would be quick. */
const ask = (url: string, { method, path, headers, body }: HttpQuestion, agent: http.Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = http.request(new URL(path, url), { method, headers, agent }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${url}: ${String(response.statusCode)}`))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
