// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PanelPermission, PanelResponse } from '@linea-comune/config'
import { useDescribeMeQuery } from '../call'
import { chosenEnte } from './chosen-ente'

type Me = PanelResponse<'describeMe'>

export interface Person extends Me {
  may: (permission: PanelPermission) => boolean
  /** People of the centre belong to no Ente. */
  ofCentre: boolean
  /** The Ente they work for now; null at the centre, and for those of several Enti who have not chosen. */
  ente: Me['enti'][number] | null
}

/** Who is at work, once the back office has said so. */
export const usePerson = (): Person | undefined => useWhoIsAtWork().person

export const useWhoIsAtWork = (): { person: Person | undefined; asking: boolean } => {
  const { data: me, isLoading: asking } = useDescribeMeQuery({})
  return { person: me === undefined ? undefined : personOf(me), asking }
}

const personOf = (me: Me): Person => {
  const chosen = chosenEnte()
  const [first, second] = me.enti
  return {
    ...me,
    may: (permission) => me.permissions.includes(permission),
    ofCentre: first === undefined,
    ente: me.enti.find(({ code }) => code === chosen) ?? (second === undefined ? (first ?? null) : null),
  }
}
