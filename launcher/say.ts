// SPDX-License-Identifier: AGPL-3.0-or-later

// A terminal that was closed takes no more lines; that is no reason to end before everything is stopped.
process.stdout.on('error', () => undefined)

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

const slowMs = 2000
const againMs = 10_000

/** Does something that may take a while, and says so when it does. */
export const withProgress = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const startedAt = Date.now()
  const told: number[] = []
  const tell = (): void => {
    told.push(Date.now())
    say(`  ${what}… ${String(Math.round((Date.now() - startedAt) / 1000))} s`)
  }
  const first = setTimeout(tell, slowMs)
  const again = setInterval(tell, againMs)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(again)
    if (told.length > 0) say(`  ${what}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  }
}
