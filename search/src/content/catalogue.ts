// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { federationScope } from '../index-names.js'
import type { ContentEntry, ContentKind } from './content-entry.js'
import { compareEntries, type ContentOrder } from './content-order.js'

export interface ContentFilter {
  kind: ContentKind
  /** Only what belongs to this Ente, or to the federation. */
  scope?: string
  /** What citizens of this Ente see: its own texts, and the federation's where it has none at the same address. */
  visibleTo?: string
  locale?: Locale
  category?: string
  topic?: string
  lifeEvent?: string
  active?: boolean
  /** Seconds since 1970, inclusive. */
  updatedSince?: number
}

/** Lists made for one filter and order are kept for the next page, until something changes; together they weigh at most this much, in entries. */
const longestMemory = 500_000
/** What a list weighs beside its entries: its name and its place. Nobody fills the memory with lists that hold nothing. */
const listWeight = 50

/**
 * What is published, in memory, without its texts. The engine cannot order by text from a given
 * place on (its comparisons are numeric), and would spend on each request the work that is spent here once per change.
 */
export interface Catalogue {
  size: () => number
  /** Stamp of the newest entry. */
  newest: () => number
  counts: () => Partial<Record<ContentKind, number>>
  countsByScope: () => ReadonlyMap<string, number>
  put: (entries: readonly ContentEntry[]) => void
  /** Brings what belongs to these scopes to exactly these entries. */
  replaceScopes: (scopes: ReadonlySet<string>, entries: readonly ContentEntry[]) => void
  /** Those that a citizen may read: of the federation, or of an Ente that has not left. */
  list: (filter: ContentFilter, order: ContentOrder) => readonly ContentEntry[]
  matches: (filter: ContentFilter) => (entry: ContentEntry) => boolean
  byId: (id: string) => ContentEntry | undefined
  /** Every language of a document. */
  versions: (kind: ContentKind, documentId: string) => readonly ContentEntry[]
  ente: (codeOrSlug: string) => ContentEntry | undefined
}

export const createCatalogue = (): Catalogue => {
  const entries = new Map<string, ContentEntry>()
  const enti = new Map<string, ContentEntry>()
  const versions = new Map<string, ContentEntry[]>()
  const lists = new Map<string, readonly ContentEntry[]>()
  let remembered = 0
  let newest = 0

  const forget = (): void => {
    lists.clear()
    remembered = 0
  }

  const remember = (key: string, make: () => readonly ContentEntry[]): readonly ContentEntry[] => {
    const known = lists.get(key)
    if (known !== undefined) return known
    const list = make()
    const weight = list.length + listWeight
    if (remembered + weight > longestMemory) forget()
    lists.set(key, list)
    remembered += weight
    return list
  }

  const forgetEnte = ({ id, code, slug }: ContentEntry): void => {
    for (const name of [code, slug]) if (name !== undefined && enti.get(name)?.id === id) enti.delete(name)
  }

  const remove = (entry: ContentEntry): void => {
    entries.delete(entry.id)
    forgetEnte(entry)
    const key = `${entry.kind} ${entry.documentId}`
    const left = (versions.get(key) ?? []).filter(({ id }) => id !== entry.id)
    if (left.length === 0) versions.delete(key)
    else versions.set(key, left)
  }

  const countBy = <K>(key: (entry: ContentEntry) => K): Map<K, number> => {
    const found = new Map<K, number>()
    for (const entry of entries.values()) found.set(key(entry), (found.get(key(entry)) ?? 0) + 1)
    return found
  }

  const put = (changed: readonly ContentEntry[]): void => {
    if (changed.length === 0) return
    for (const entry of changed) {
      const before = entries.get(entry.id)
      entries.set(entry.id, entry)
      newest = Math.max(newest, entry.stamp)
      const key = `${entry.kind} ${entry.documentId}`
      versions.set(key, [...(versions.get(key) ?? []).filter(({ id }) => id !== entry.id), entry])
      if (before !== undefined) forgetEnte(before)
      if (entry.kind !== 'ente') continue
      if (entry.code !== undefined) enti.set(entry.code, entry)
      if (entry.slug !== undefined) enti.set(entry.slug, entry)
    }
    forget()
  }

  const isShown = (entry: ContentEntry): boolean => {
    if (entry.kind === 'ente' || entry.scope === federationScope) return true
    const owner = enti.get(entry.scope)
    return owner !== undefined && owner.lifecycle !== 'left'
  }

  /** Every shown entry of a kind in this order; each list is picked out of it without ordering anew. */
  const ordered = (kind: ContentKind, order: ContentOrder): readonly ContentEntry[] =>
    remember(JSON.stringify([kind, order]), () =>
      [...entries.values()].filter((entry) => entry.kind === kind && isShown(entry)).sort(compareEntries(order)),
    )

  /**
   * The Ente's own, and the federation's where it has nothing in its place: as `visibility.ts` says it to the engine. Nothing is
   * read any more under the address of an Ente that left.
   */
  const isVisibleTo = (viewer: string): ((entry: ContentEntry) => boolean) =>
    enti.get(viewer)?.lifecycle === 'left'
      ? () => false
      : ({ scope, givesWayTo }) => scope === viewer || (scope === federationScope && !givesWayTo.includes(viewer))

  const matches = (filter: ContentFilter): ((entry: ContentEntry) => boolean) => {
    const { kind, scope, visibleTo, locale, category, topic, lifeEvent, active, updatedSince } = filter
    const visible = visibleTo === undefined ? null : isVisibleTo(visibleTo)
    return (entry) =>
      entry.kind === kind &&
      isShown(entry) &&
      (scope === undefined || entry.scope === scope) &&
      (locale === undefined || entry.locale === locale) &&
      (category === undefined || entry.categoryCodes.includes(category)) &&
      (topic === undefined || entry.topicCodes.includes(topic)) &&
      (lifeEvent === undefined || entry.lifeEventCodes.includes(lifeEvent)) &&
      (active === undefined || entry.active === active) &&
      (updatedSince === undefined || entry.sortTime >= updatedSince) &&
      (visible === null || visible(entry))
  }

  return {
    size: () => entries.size,
    newest: () => newest,
    counts: () => Object.fromEntries(countBy(({ kind }) => kind)),
    countsByScope: () => countBy(({ scope }) => scope),
    put,
    replaceScopes: (scopes, wanted) => {
      for (const entry of [...entries.values()]) if (scopes.has(entry.scope)) remove(entry)
      put(wanted)
      forget()
    },
    list: (filter, order) => remember(JSON.stringify([filter, order]), () => ordered(filter.kind, order).filter(matches(filter))),
    matches,
    byId: (id) => entries.get(id),
    versions: (kind, documentId) => (versions.get(`${kind} ${documentId}`) ?? []).filter(isShown),
    ente: (codeOrSlug) => enti.get(codeOrSlug),
  }
}
