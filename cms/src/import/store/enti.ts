// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnteName } from '../import-row'

export interface KnownEnte {
  documentId: string
  code: string
  name: string
  slug: string
  province: string | null
  languages: readonly string[] | null
  istatCode: string | null
}

/** The Enti of the federation, found by whatever a file calls them. */
export interface KnownEnti {
  add(ente: KnownEnte): void
  byCode(code: string): KnownEnte | undefined
  bySlug(slug: string): KnownEnte | undefined
  /** By the code of ISTAT, else by a name that only one has. */
  byName(name: EnteName): KnownEnte | undefined
}

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

export const openEnti = (known: readonly KnownEnte[]): KnownEnti => {
  const codes = new Map<string, KnownEnte>()
  const slugs = new Map<string, string>()
  const istatCodes = new Map<string, string>()
  const names = new Map<string, Set<string>>()
  const byCode = (code: string | undefined): KnownEnte | undefined => (code === undefined ? undefined : codes.get(code))
  const add = (ente: KnownEnte): void => {
    const before = codes.get(ente.code)
    if (before !== undefined) {
      slugs.delete(before.slug)
      names.get(fold(before.name))?.delete(before.code)
    }
    codes.set(ente.code, ente)
    slugs.set(ente.slug, ente.code)
    if (ente.istatCode !== null) istatCodes.set(ente.istatCode, ente.code)
    const name = fold(ente.name)
    names.set(name, (names.get(name) ?? new Set()).add(ente.code))
  }
  known.forEach(add)
  return {
    add,
    byCode,
    bySlug: (slug) => byCode(slugs.get(slug)),
    byName({ name, istatCode }) {
      const [only, ...others] = names.get(fold(name)) ?? []
      return byCode(istatCodes.get(istatCode)) ?? (others.length === 0 ? byCode(only) : undefined)
    },
  }
}
