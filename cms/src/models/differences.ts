// SPDX-License-Identifier: AGPL-3.0-or-later
import { modelFields, type Difference, type ModelKind } from '@linea-comune/config'
import type { ModelTexts } from './model-content'
import { isBlank } from './version-content'

/** A list as people write it in one line. */
export const asLine = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(' | ') : (value ?? ''))

interface Compared {
  locale: string
  modelOmits?: string[] | null
}

/**
 * What another version changes in one language of a document. A heading is the Ente's own when it is not the one of the version it
 * follows; a text that the Ente leaves out is its own too, and empty.
 */
export const differencesOf = (kind: ModelKind, row: Compared, before: ModelTexts, after: ModelTexts): Difference[] =>
  modelFields[kind].flatMap(({ key, label, heading }): Difference[] => {
    const [old, next] = [asLine(before[key]), asLine(after[key])]
    if (old === next) return []
    const written = ownText((row as unknown as Record<string, unknown>)[key], old, heading)
    const own = written ?? (row.modelOmits?.includes(key) === true ? '' : null)
    return [{ field: key, label, locale: row.locale, before: old, after: next, own }]
  })

/** Texts in which a document goes its own way: those that it leaves out, and those in the Ente's words. Headings belong to no way. */
export const keysApart = (kind: ModelKind, row: { modelOmits?: string[] | null }): string[] => {
  const written = modelFields[kind].filter(({ key, heading }) => !heading && !isBlank((row as Record<string, unknown>)[key]))
  return [...new Set([...(row.modelOmits ?? []), ...written.map(({ key }) => key)])].sort()
}

const ownText = (value: unknown, before: string, heading: boolean): string | null => {
  if (isBlank(value)) return null
  const text = asLine(value as string | string[])
  return heading && text === before ? null : text
}

/** Texts of one language that are the Ente's own. */
export const ownKeys = (kind: ModelKind, row: Record<string, unknown>, version: ModelTexts): string[] =>
  modelFields[kind].filter(({ key, heading }) => ownText(row[key], asLine(version[key]), heading) !== null).map(({ key }) => key)

/** What to write so that the page shows the new version where it was accepted, and what it showed before everywhere else. */
export const applyDecision = (
  kind: ModelKind,
  row: Record<string, unknown> & { modelOmits?: string[] | null },
  { before, after, accepted }: { before: ModelTexts; after: ModelTexts; accepted: ReadonlySet<string> },
): Record<string, unknown> => {
  const omits = new Set(row.modelOmits ?? [])
  const changes: Record<string, unknown> = {}
  for (const { key, heading } of modelFields[kind]) {
    if (asLine(before[key]) === asLine(after[key])) continue
    const inherited = ownText(row[key], asLine(before[key]), heading) === null
    if (accepted.has(key)) {
      // A heading cannot be empty: without one in the new version the old one stays.
      if (heading) changes[key] = after[key] ?? row[key]
      else {
        changes[key] = null
        omits.delete(key)
      }
    } else if (inherited && !heading) {
      if (before[key] === undefined) omits.add(key)
      else if (!omits.has(key)) changes[key] = before[key]
    }
  }
  return { ...changes, modelOmits: [...omits].sort() }
}
