// SPDX-License-Identifier: AGPL-3.0-or-later
import autocannon from 'autocannon'
import { askAsTheyCome } from './arrivals.js'
import type { HttpQuestion } from './http-question.js'

/** Several connections that ask one question after the other, for some time. */
export interface Load {
  connections: number
  durationS: number
  /** Ends after so many. */
  amount?: number
  /** Questions that come each second, at random moments; without it, as many as are answered. */
  rate?: number
}

export interface Answered {
  requests: number
  seconds: number
  p50Ms: number
  p99Ms: number
}

const toAnswered = (latencies: number[], seconds: number): Answered => {
  latencies.sort((a, b) => a - b)
  const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN
  return { requests: latencies.length, seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** A wrong answer ends the measurement, since it would be quick. */
export const askOverHttp = async (
  url: string,
  next: () => HttpQuestion,
  { connections, durationS, amount, rate }: Load,
): Promise<Answered> => {
  const started = performance.now()
  if (rate !== undefined) {
    const each = await askAsTheyCome(url, next, { rate, connections, durationS })
    return toAnswered(each, (performance.now() - started) / 1000)
  }
  const latencies: number[] = []
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: durationS } : { amount }),
    timeout: 60,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
    setupClient: (client) => {
      client.on('response', (_status, _bytes, ms) => latencies.push(ms))
    },
  })
  const seconds = (performance.now() - started) / 1000
  const { errors, timeouts } = result
  if (errors + timeouts + result.non2xx > 0) throw new Error(`${url}: ${JSON.stringify({ errors, timeouts, non2xx: result.non2xx })}`)
  return toAnswered(latencies, seconds)
}

export const askDirectly = async (ask: () => Promise<unknown>, { connections, durationS }: Load): Promise<Answered> => {
  const latencies: number[] = []
  const started = performance.now()
  const end = started + durationS * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const at = performance.now()
        await ask()
        latencies.push(performance.now() - at)
      }
    }),
  )
  return toAnswered(latencies, (performance.now() - started) / 1000)
}
