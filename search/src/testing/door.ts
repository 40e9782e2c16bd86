// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a server that a test can shut: whoever comes is refused, as when the server is not there. */
export interface Door {
  url: string
  shut(): Promise<void>
  open(): Promise<void>
}

export const openDoor = async (to: string): Promise<Door> => {
  const { hostname, port } = new URL(to)
  const visitors = new Set<Socket>()
  const server = createServer((visitor) => {
    const beyond = connect(Number(port), hostname)
    for (const socket of [visitor, beyond]) {
      visitors.add(socket)
      socket.on('error', () => undefined).on('close', () => visitors.delete(socket))
    }
    visitor.pipe(beyond).pipe(visitor)
  })
  const listen = (at: number): Promise<void> => new Promise((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(own)}`,
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const visitor of visitors) visitor.destroy()
      }),
    open: () => listen(own),
  }
}
