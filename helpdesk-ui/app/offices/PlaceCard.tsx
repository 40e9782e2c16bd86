// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlaceSource } from '@linea-comune/search'
import { AddressLine } from '../ente/AddressLine'

export const PlaceCard = ({ place }: { place: Omit<PlaceSource, 'access'> }) => (
  <p className="lc-place">
    <strong>{place.name}</strong>
    {place.address && (
      <>
        <br />
        <AddressLine address={place.address} />
      </>
    )}
  </p>
)
