// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, UID } from '@strapi/strapi'
import { total } from '../import/report'
import { demoEnti, ensureDemoAccounts, loadDemoContent } from '../setup/demo'
import { tenantTypes } from '../tenancy/tenant-types'
import { tell } from './progress-line'
import { say } from './say'
import { withStrapi } from './with-strapi'

const everything = '--yes-delete-everything'

/** What outlives a reset: vocabularies, work for the index, who is signed in, numbers that must not come twice, settings. */
const lasting: ReadonlySet<string> = new Set([
  'api::topic.topic',
  'api::service-category.service-category',
  'api::life-event.life-event',
  'api::index-job.index-job',
  'api::desk-session.desk-session',
  'api::counter.counter',
  'api::setting.setting',
])

/** Puts the demo federation back as it was on the first day. Accounts stay. */
const reset = async (strapi: Core.Strapi): Promise<number> => {
  const demo = new Set((await demoEnti()).map((ente) => ente.code))
  const enti = (await strapi.db.query('api::ente.ente').findMany({ select: ['code', 'name'] })) as { code: string; name: string }[]
  const others = enti.filter((ente) => !demo.has(ente.code))
  if (others.length > 0 && !process.argv.includes(everything)) {
    tell(
      `Non ho toccato niente. In questa banca dati ci sono Enti che non sono della dimostrazione: ${others.map((ente) => `${ente.name} (${ente.code})`).join(', ')}.\n` +
        `Per cancellare anche loro, con tutti i contenuti e tutte le richieste dei cittadini: npm run demo:reset -- ${everything}\n`,
    )
    return 2
  }
  const removed = await removeAll(strapi)
  const report = await loadDemoContent(strapi)
  const accounts = await ensureDemoAccounts(strapi)
  say(
    `Dimostrazione ripristinata in ${(report.tookMs / 1000).toFixed(1)} s: tolti ${String(removed)} contenuti, rimessi ${String(total(report, 'created'))}.`,
  )
  for (const { role, email, password } of accounts) say(`${role}: ${email}  ${password}`)
  return 0
}

/** What pages show goes document by document, so that the index hears of it; the rest is rows. */
const removeAll = async (strapi: Core.Strapi): Promise<number> => {
  let removed = 0
  const shown = [...tenantTypes, 'api::ente.ente'] as const
  for (const uid of shown) {
    const rows = (await strapi.db.query(uid).findMany({ select: ['documentId'] })) as { documentId: string }[]
    for (const documentId of new Set(rows.map((row) => row.documentId))) {
      await strapi.documents(uid).delete({ documentId, ...(isLocalized(strapi, uid) && { locale: '*' }) })
      removed++
    }
  }
  // Versions of models go too, which nobody deletes otherwise.
  strapi.db.lifecycles.disable()
  for (const uid of Object.keys(strapi.contentTypes))
    if (uid.startsWith('api::') && !lasting.has(uid) && !shown.some((type) => type === uid))
      await strapi.db.query(uid).deleteMany({ where: {} })
  strapi.db.lifecycles.enable()
  return removed
}

const isLocalized = (strapi: Core.Strapi, uid: UID.ContentType): boolean => {
  const { pluginOptions } = strapi.contentType(uid) as { pluginOptions?: { i18n?: { localized?: boolean } } }
  return pluginOptions?.i18n?.localized === true
}

void withStrapi(reset).then(
  (status) => process.exit(status),
  (error: unknown) => {
    tell(
      `La dimostrazione non è stata ripristinata del tutto: rilancia il comando.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exit(1)
  },
)
