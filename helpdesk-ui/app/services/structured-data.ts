// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Address, SheetPage } from '@linea-comune/search'
import type { EnteShown } from '../ente/ente-context'

const postalAddress = (address: Address) => ({
  '@type': 'PostalAddress',
  streetAddress: address.street,
  postalCode: address.postalCode,
  addressLocality: address.city,
  addressCountry: 'IT',
})

/** The sheet as schema.org GovernmentService, with the fields the Modello Comuni asks for (R.SI.1.1). */
export const toGovernmentService = (sheet: SheetPage, ente: EnteShown, url: string) => {
  const place =
    sheet.offices.flatMap((office) => office.places).find((found) => found.address !== null) ??
    sheet.places.find((found) => found.address !== null)
  const address = place?.address ?? ente.address
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: sheet.title,
    description: sheet.summary,
    url,
    inLanguage: sheet.locale,
    serviceType: sheet.categories.map((category) => category.name).join(', '),
    serviceOperator: { '@type': 'GovernmentOrganization', name: ente.name, identifier: ente.code },
    areaServed: { '@type': 'AdministrativeArea', name: ente.address?.city ?? ente.name },
    audience: { '@type': 'Audience', audienceType: sheet.sections.find((section) => section.key === 'audience')?.text.slice(0, 300) ?? '' },
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: sheet.onlineUrl || url,
      serviceLocation: { '@type': 'Place', name: place?.name ?? ente.name, ...(address !== null && { address: postalAddress(address) }) },
    },
  }
}
