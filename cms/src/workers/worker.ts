// SPDX-License-Identifier: AGPL-3.0-or-later
import { onWake } from './wake'

export interface Worker {
  /** Takes no more work and waits for what is under way. */
  stop(): Promise<void>
}

interface WorkerOptions {
  wakeOn: 'delivery' | 'index'
  /** Longest pause between two looks at the table. */
  everyMs: number
  /** One look; answers whether there may be more to do at once. */
  look: () => Promise<boolean>
  onError: (error: unknown) => void
}

/** Looks at a table of work again and again, at once when it is told that there is something. */
export const startWorker = ({ wakeOn, everyMs, look, onError }: WorkerOptions): Worker => {
  let stopped = false
  let woken = false
  let endPause: () => void = () => undefined
  const off = onWake(wakeOn, () => {
    woken = true
    endPause()
  })
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) {
        resolve()
        return
      }
      const timer = setTimeout(resolve, everyMs)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false
      let more = false
      try {
        more = await look()
      } catch (error) {
        onError(error)
      }
      if (!more) await pause()
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      off()
      endPause()
      await running
    },
  }
}
