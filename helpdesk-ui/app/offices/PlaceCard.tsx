// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlaceSource } from '@linea-comune/search'
import { AddressLine } from '../ente/AddressLine'
import { useLangOf } from '../words'

export const PlaceCard = ({ place }: { place: Omit<PlaceSource, 'access'> }) => {
  const langOf = useLangOf()
  return (
    <p className="lc-place">
      <strong lang={langOf(place.nameLocale)}>{place.name}</strong>
      {place.address && (
        <>
          <br />
          <AddressLine address={place.address} />
        </>
      )}
    </p>
  )
}
