// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntePage } from '@linea-comune/search'

/** An Ente that left is remembered by its name, and by the site where it is to be found now. */
export const asRemembered = (ente: EntePage): EntePage =>
  ente.lifecycle === 'left'
    ? { ...ente, province: '', summary: '', address: null, fiscalCode: '', phone: '', email: '', pec: '', hours: [], languages: [] }
    : ente
