// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { takesTickets, type DeskEnte } from '@linea-comune/config'
import { channelOf, listEnti, listOffices } from '../tickets/directory'

/** Enti and offices a request can be forwarded to, with how each is reached. */
export const listForwardingTargets = async (strapi: Core.Strapi): Promise<DeskEnte[]> => {
  const offices = await listOffices(strapi)
  const enti = await listEnti(strapi)
  return enti
    .filter((ente) => takesTickets(ente.lifecycle))
    .map((ente) => ({
      code: ente.code,
      slug: ente.slug,
      name: ente.name,
      offices: offices
        .filter((office) => office.enteCode === ente.code)
        .map((office) => {
          const channel = channelOf(office, ente)
          return { id: office.documentId, name: office.name, channel: channel?.channel ?? null, destination: channel?.destination ?? null }
        }),
    }))
}
