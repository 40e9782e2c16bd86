// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FrontOffice } from '../../server/load-context'
import { logError } from '../../server/log'
import { paths } from '../paths'

/** A service sheet of another Ente, which may answer where one's own is silent. */
export interface FoundElsewhere {
  ente: string
  title: string
  href: string
}

const most = 2

/** Of Enti that take part now. A hint and no more: without it the page is complete. */
export const findElsewhere = async ({ knowledge, enti }: FrontOffice, enteCode: string, matter: string): Promise<FoundElsewhere[]> => {
  if (matter === '') return []
  try {
    const [found, known] = await Promise.all([knowledge.elsewhere.find({ enteCode, matter }), enti.all()])
    return found
      .flatMap(({ enteCode: code, title, slug }) => {
        const ente = known.find((one) => one.code === code)
        return ente === undefined ? [] : [{ ente: ente.name, title, href: paths.service(ente.slug, slug) }]
      })
      .slice(0, most)
  } catch (error) {
    logError('elsewhere', error)
    return []
  }
}
