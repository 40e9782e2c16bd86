// SPDX-License-Identifier: AGPL-3.0-or-later

/** A document as the form of the content manager holds it. */
export type FormValues = Record<string, unknown>

export interface Versions {
  /** As it was when one began to write. */
  base: FormValues
  mine: FormValues
  /** As somebody else saved it meanwhile. */
  theirs: FormValues
}

export interface Merge {
  /** Fields that only I changed, only they changed, and that we both changed in different ways. */
  mine: string[]
  theirs: string[]
  both: string[]
}

export const merge = (fields: readonly string[], { base, mine, theirs }: Versions): Merge => {
  const found: Merge = { mine: [], theirs: [], both: [] }
  for (const field of fields) {
    const [before, ours, other] = [base[field], mine[field], theirs[field]]
    if (same(ours, other)) continue
    if (same(before, other)) found.mine.push(field)
    else if (same(before, ours)) found.theirs.push(field)
    else found.both.push(field)
  }
  return found
}

/** For the form, what is empty may be written in several ways; keys of its own rows say nothing. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value === undefined || value === '' ? null : value, (key, inner: unknown) =>
    key === '__temp_key__' ? undefined : inner === '' ? null : inner,
  )

export const sameValues = (a: FormValues, b: FormValues): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => same(a[field], b[field]))

export type Choice = 'mine' | 'theirs' | 'together'

/** What goes back into the form on top of what they saved. */
export const resolve = (found: Merge, { mine, theirs }: Versions, choices: Record<string, Choice>): FormValues => ({
  ...Object.fromEntries(found.mine.map((field) => [field, mine[field]])),
  ...Object.fromEntries(
    found.both
      .filter((field) => choices[field] !== 'theirs')
      .map((field) => [field, choices[field] === 'together' ? [theirs[field], mine[field]].join('\n\n') : mine[field]]),
  ),
})

/** Links that are chosen and not stored yet, as the form holds them. */
const isPending = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['connect', 'disconnect'].some((way) => {
    const links = (value as Record<string, unknown>)[way]
    return Array.isArray(links) && links.length > 0
  })

/** The values with the links that were pending before, where none are now. */
export const withLinks = (values: FormValues, before: FormValues): FormValues => ({
  ...values,
  ...Object.fromEntries(Object.entries(before).filter(([field, value]) => isPending(value) && !isPending(values[field]))),
})
