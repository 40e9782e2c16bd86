// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Server } from 'node:http'

const longestMs = 20_000
const idleEveryMs = 200

/** Accepts nothing new, lets what was asked be answered, and gives up waiting after 20 s. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections()
    }, idleEveryMs)
    const done = (): void => {
      clearInterval(idle)
      clearTimeout(limit)
      resolve()
    }
    const limit = setTimeout(done, longestMs)
    server.close(done)
    server.closeIdleConnections()
  })
