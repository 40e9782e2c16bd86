// SPDX-License-Identifier: AGPL-3.0-or-later
import autocannon from 'autocannon'
import { cpuMsOf } from './process-use.js'

export interface Load {
  url: string
  /** Asked one after the other, round and round. */
  paths: readonly string[]
  headers?: Record<string, string>
  pids: Readonly<Record<string, number>>
}

export interface Sample {
  requests: number
  /** Of each process, per request. */
  cpuMs: Record<string, number>
  p50Ms: number
  requestsPerS: number
  bytes: number
}

const connections = 4

/** Each connection begins at another place of the list, so that they do not ask the same at the same time. */
const fire = ({ url, paths, headers = {} }: Load, durationS: number): Promise<autocannon.Result> => {
  let opened = 0
  return autocannon({
    url,
    connections,
    duration: durationS,
    headers,
    setupClient: (client) => {
      const start = Math.floor((opened++ * paths.length) / connections)
      client.setRequests([...paths.slice(start), ...paths.slice(0, start)].map((path) => ({ method: 'GET', path, headers })))
    },
  })
}

/** Four connections for some seconds; a wrong answer ends the measurement, since it would be quick. */
export const measure = async (load: Load, durationS: number): Promise<Sample> => {
  const cpu = (): Record<string, number> => Object.fromEntries(Object.entries(load.pids).map(([name, pid]) => [name, cpuMsOf(pid)]))
  const before = cpu()
  const result = await fire(load, durationS)
  const after = cpu()
  const requests = result.requests.total
  if (result.errors + result.timeouts + result['4xx'] + result['5xx'] > 0)
    throw new Error(`${load.url}${load.paths[0] ?? ''}: ${JSON.stringify([result.errors, result.timeouts, result['4xx'], result['5xx']])}`)
  // A machine that was busy elsewhere all this time has measured nothing.
  if (requests === 0) return measure(load, durationS)
  return {
    requests,
    cpuMs: Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / requests])),
    p50Ms: result.latency.p50,
    requestsPerS: requests / result.duration,
    bytes: Math.round(result.throughput.total / requests),
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
