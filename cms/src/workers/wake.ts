// SPDX-License-Identifier: AGPL-3.0-or-later
import { EventEmitter } from 'node:events'

/**
 * A hint inside this process that there may be work, so that nobody waits for the next look at the table.
 * Losing one costs that wait and nothing else.
 */
const hints = new EventEmitter()

export const wakeDeliveryWorker = (): void => void hints.emit('delivery')
export const wakeIndexWorker = (): void => void hints.emit('index')

export const onWake = (worker: 'delivery' | 'index', wake: () => void): (() => void) => {
  hints.on(worker, wake)
  return () => void hints.off(worker, wake)
}
