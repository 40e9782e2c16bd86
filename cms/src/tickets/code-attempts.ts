// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError } from '@linea-comune/config'
import { table } from '../rows'

const allowed = 5
const lockMs = 15 * 60_000

/**
 * A code has 40 bits only, so a number is closed to codes for a while after five wrong ones. Failures are counted for every
 * number that is typed, whether there is such a ticket or not: otherwise the lock would tell.
 */
export const assertMayTryCode = async (strapi: Core.Strapi, number: string, now = Date.now()): Promise<void> => {
  const attempt = await table(strapi, 'code-attempt').findOne({ where: { number } })
  if (attempt === null || attempt.failures < allowed) return
  const leftMs = Date.parse(attempt.lastAt) + lockMs - now
  if (leftMs > 0) throw new DomainError('too-many-attempts', { retryAfterS: Math.ceil(leftMs / 1000) })
  await forgetFailures(strapi, number)
}

/** Throws what the person is told: that the key was wrong, or that the door is closed for a while. */
export const refuseCode = async (strapi: Core.Strapi, number: string, now = Date.now()): Promise<never> => {
  const attempts = table(strapi, 'code-attempt')
  await attempts.deleteMany({ where: { lastAt: { $lt: new Date(now - lockMs).toISOString() } } })
  const lastAt = new Date(now).toISOString()
  const known = await attempts.findOne({ where: { number } })
  const failures = (known?.failures ?? 0) + 1
  if (known === null) await attempts.create({ data: { number, failures, lastAt } })
  else {
    // Counted against the value that was read: guesses at the same moment cannot share one try.
    const { count } = await attempts.updateMany({ where: { id: known.id, failures: known.failures }, data: { failures, lastAt } })
    if (count === 0) throw new DomainError('too-many-attempts', { retryAfterS: 1 })
  }
  if (failures >= allowed) throw new DomainError('too-many-attempts', { retryAfterS: lockMs / 1000 })
  throw new DomainError('wrong-credentials')
}

export const forgetFailures = async (strapi: Core.Strapi, number: string): Promise<void> => {
  await table(strapi, 'code-attempt').deleteMany({ where: { number } })
}
