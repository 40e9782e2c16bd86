// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { table } from '../rows'
import { forgetWorkerName, hasDied, newWorkerName } from '../workers/worker-name'

/** Longer than the longest write the engine is waited for (`taskTimeoutMs` in search/src/tasks.ts, 120 s). */
const leaseMs = 180_000
const renewEveryMs = 30_000
const key = 'index-worker'

/** The row in the settings. `until` is in milliseconds since 1970; `fence` grows each time another worker takes over. */
interface Held {
  holder: string
  until: number
  fence: number
}

const free: Held = { holder: '', until: 0, fence: 0 }

/**
 * One index worker at a time, whatever the number of back offices: of two, one could read a state, stall, and write it after the
 * other has written a newer one, with nothing left that would put it right.
 */
export interface WorkerLease {
  /** True while this worker is the one; takes the lease when nobody has it. */
  hold(): Promise<boolean>
  /** Asks the table, since a process that was halted for minutes does not know that another took over. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

export const createWorkerLease = (strapi: Core.Strapi): WorkerLease => {
  const holder = newWorkerName()
  const settings = table(strapi, 'setting')
  let own: Held | null = null

  const read = async (): Promise<Held | null> => {
    const row = await settings.findOne({ where: { key } })
    return row === null ? null : (row.value as Held)
  }
  /** Compare-and-set on the whole value; JSON columns are compared with the text that was stored. */
  const swap = async (from: Held, to: Held): Promise<boolean> => {
    const { count } = await settings.updateMany({ where: { key, value: JSON.stringify(toStored(from)) }, data: { value: toStored(to) } })
    own = count === 1 && to.until > 0 ? to : null
    return count === 1
  }
  const take = async (): Promise<boolean> => {
    const now = Date.now()
    let current = await read()
    if (current === null) {
      await settings.create({ data: { key, value: free } })
      current = free
    }
    const mine = current.holder === holder
    if (!mine && current.until > now && !hasDied(current.holder)) {
      own = null
      return false
    }
    return swap(current, { holder, until: now + leaseMs, fence: mine ? current.fence : current.fence + 1 })
  }

  // One at a time: two renewals of one worker would refuse each other.
  let taking: Promise<boolean> | null = null
  const renew = (): Promise<boolean> => (taking ??= take().finally(() => (taking = null)))
  const timer = setInterval(() => {
    if (own !== null) renew().catch((error: unknown) => strapi.log.warn(`index worker's lease: ${String(error)}`))
  }, renewEveryMs)
  timer.unref()

  return {
    hold: async () => (own !== null && own.until > Date.now() + leaseMs / 2) || renew(),
    isHeld: async () => (await read())?.holder === holder,
    release: async () => {
      clearInterval(timer)
      await taking?.catch(() => undefined)
      forgetWorkerName(holder)
      // A lease that is not given back ends by itself.
      if (own !== null) await swap(own, { ...own, until: 0 }).catch(() => undefined)
    },
  }
}

/** Always in this order, which is part of the text that is compared. */
const toStored = ({ holder, until, fence }: Held): Held => ({ holder, until, fence })
