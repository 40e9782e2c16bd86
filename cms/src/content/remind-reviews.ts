// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { roleMay, roleOfCode, todayInRome } from '@linea-comune/config'
import { reviewDue } from '../delivery/emails/review-due'
import { queueDeliveries } from '../delivery/queue-deliveries'
import { table } from '../rows'
import { settings } from '../settings'

/** In the settings: the day up to which people were reminded, so that no day is missed while the system is down. */
const key = 'review-reminders'

interface Due {
  title: string
  reviewBy: string
}

/** Tells the people of each Ente what fell due since the last look. Each page once for each date it is given. */
export const remindReviews = async (strapi: Core.Strapi, now = new Date()): Promise<void> => {
  const today = todayInRome(now)
  const store = table(strapi, 'setting')
  const known = (await store.findOne({ where: { key } }))?.value as { remindedOn: string } | undefined
  if (known?.remindedOn === today) return
  await strapi.db.transaction(async () => {
    const value = { remindedOn: today }
    const { count } = await store.updateMany({ where: { key }, data: { value } })
    if (count === 0) await store.create({ data: { key, value } })
    for (const [code, due] of await dueByEnte(strapi, today, known?.remindedOn)) await tellEnte(strapi, code, due, now)
  })
}

const dueByEnte = async (strapi: Core.Strapi, today: string, since: string | undefined): Promise<Map<string, Due[]>> => {
  const byEnte = new Map<string, Due[]>()
  for (const [uid, heading] of [
    ['api::service-sheet.service-sheet', 'title'],
    ['api::faq.faq', 'question'],
  ] as const) {
    const rows = (await strapi.db.query(uid).findMany({
      where: {
        locale: 'it',
        publishedAt: { $notNull: true },
        enteCode: { $notNull: true },
        reviewBy: { $lte: today, ...(since !== undefined && { $gt: since }) },
      } as never,
      orderBy: { reviewBy: 'asc' },
    })) as unknown as (Record<string, string> & { enteCode: string; reviewBy: string })[]
    for (const row of rows)
      byEnte.set(row.enteCode, [...(byEnte.get(row.enteCode) ?? []), { title: row[heading] ?? '', reviewBy: row.reviewBy }])
  }
  return byEnte
}

interface Member {
  email: string
  firstname: string | null
  isActive: boolean
  roles: { code: string }[]
}

/** Whoever may write for the Ente. */
const tellEnte = async (strapi: Core.Strapi, code: string, due: readonly Due[], now: Date): Promise<void> => {
  const ente = (await strapi.db.query('api::ente.ente').findOne({
    where: { code },
    populate: { members: { populate: ['roles'] } },
  })) as { name: string; lifecycle: string; members: Member[] } | null
  if (ente?.lifecycle !== 'active') return
  const writes = ({ roles }: Member): boolean =>
    roles.some((role) => {
      const known = roleOfCode(role.code)
      return known !== undefined && roleMay(known, 'writeContent')
    })
  for (const member of ente.members.filter((one) => one.isActive && writes(one))) {
    const id = randomUUID()
    await queueDeliveries(strapi, { eventId: id, ticketNumber: '', at: now.toISOString() }, [
      {
        channel: 'email',
        event: 'content.review-due',
        stream: `account:${id}`,
        email: reviewDue({
          to: { name: member.firstname ?? '', address: member.email },
          enteName: ente.name,
          due,
          panel: `${settings().env.backofficeUrl}/admin`,
        }),
      },
    ])
  }
}
