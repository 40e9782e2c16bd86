// SPDX-License-Identifier: AGPL-3.0-or-later

const iri = (publicUrl: string, ...rest: string[]): string => [`${publicUrl}/api/v1`, ...rest.map(encodeURIComponent)].join('/')

/** Addresses of things, stable while the installation keeps its public address. Each leads to a document of this API that speaks of the thing. */
export const addressesUnder = (publicUrl: string) => ({
  sheet: (id: string) => iri(publicUrl, 'sheets', id),
  /** What a sheet says in one of its sections, or offers in one of its ways. */
  partOfSheet: (id: string, part: string) => `${iri(publicUrl, 'sheets', id)}#${encodeURIComponent(part)}`,
  office: (id: string) => iri(publicUrl, 'offices', id),
  ente: (code: string) => iri(publicUrl, 'enti', code),
  territory: (code: string) => `${iri(publicUrl, 'enti', code)}#territory`,
  place: (owner: string, id: string) => `${owner}#place-${encodeURIComponent(id)}`,
  contactPoint: (owner: string, id: string) => `${owner}#contact-${encodeURIComponent(id)}`,
  federation: `${iri(publicUrl, 'enti')}#federation`,
  topic: (code: string) => iri(publicUrl, 'topics', code),
  lifeEvent: (code: string) => iri(publicUrl, 'life-events', code),
})
export type Addresses = ReturnType<typeof addressesUnder>
