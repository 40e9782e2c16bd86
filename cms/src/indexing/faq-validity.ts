// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { todayInRome } from '@linea-comune/config'
import { table } from '../rows'
import { queueIndexJobs } from './queue-index-jobs'

/** In the settings: the day up to which expired questions have left the index, so that no day is missed while the system is down. */
const key = 'faq-validity'

/** Nobody writes a question on the day after its last: what looks at it again is this. */
export const queueExpiredFaqs = async (strapi: Core.Strapi, now = new Date()): Promise<void> => {
  const today = todayInRome(now)
  const settings = table(strapi, 'setting')
  const known = (await settings.findOne({ where: { key } }))?.value as { checkedOn: string } | undefined
  if (known?.checkedOn === today) return
  await strapi.db.transaction(async () => {
    const rows = (await strapi.db.query('api::faq.faq').findMany({
      select: ['documentId'],
      where: { publishedAt: { $notNull: true }, validUntil: { $lt: today, ...(known && { $gte: known.checkedOn }) } },
    })) as { documentId: string }[]
    const expired = new Set(rows.map((row) => row.documentId))
    await queueIndexJobs(
      strapi,
      [...expired].map((documentId) => ({ kind: 'faq', documentId })),
    )
    const value = { checkedOn: today }
    const { count } = await settings.updateMany({ where: { key }, data: { value } })
    if (count === 0) await settings.create({ data: { key, value } })
  })
}
