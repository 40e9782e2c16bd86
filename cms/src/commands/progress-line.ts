// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a command says while it works, or that it could not. */
export const tell = (text: string): void => void process.stderr.write(text)

const quietMs = 2000
const everyMs = 1000

/** "120 di 623" on stderr, once it takes longer than a person waits without wondering. */
export const progressLine = (): ((done: number, total: number) => void) => {
  const startedAt = Date.now()
  let shownAt = 0
  return (done, total) => {
    const now = Date.now()
    if (now - startedAt < quietMs || now - shownAt < everyMs) return
    shownAt = now
    tell(`${String(done)} di ${String(total)}\n`)
  }
}
