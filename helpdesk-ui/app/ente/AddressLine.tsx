// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Address } from '@linea-comune/search'

export const AddressLine = ({ address }: { address: Address }) => (
  <>
    {address.street}, {address.postalCode} {address.city}
  </>
)
