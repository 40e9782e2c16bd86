// SPDX-License-Identifier: AGPL-3.0-or-later
import { DomainError } from '@linea-comune/config'
import type { EntePage } from '@linea-comune/search'

export interface EnteDoor {
  enteBySlug: (slug: string) => Promise<EntePage | null>
}

/** The Ente that an address of the API names, while it still speaks here. */
export const askedEnte = async ({ enteBySlug }: EnteDoor, slug: string): Promise<EntePage> => {
  const ente = await enteBySlug(slug)
  if (ente === null) throw new DomainError('unknown-ente')
  if (ente.lifecycle === 'left') throw new DomainError('ente-left')
  return ente
}
