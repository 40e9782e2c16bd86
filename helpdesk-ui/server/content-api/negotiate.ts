// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseAccept } from 'hono/utils/accept'
import type { Format } from './parameters.js'

export const mediaTypes: Record<Format, string> = {
  json: 'application/json',
  csv: 'text/csv',
  jsonld: 'application/ld+json',
  turtle: 'text/turtle',
}

const specificity = (range: string): number => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2)

const covers = (range: string, type: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/**
 * The offered format that an Accept header likes best (RFC 9110, 12.5.1): for each, the most specific range that covers it counts.
 * Null when it takes none of them.
 */
export const negotiate = (accept: string | undefined, offered: readonly Format[]): Format | null => {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null
  const ranges = parseAccept(accept).map(({ type, q }) => ({ range: type.toLowerCase(), q }))
  const liking = (format: Format): number =>
    ranges.filter(({ range }) => covers(range, mediaTypes[format])).sort((a, b) => specificity(b.range) - specificity(a.range))[0]?.q ?? 0
  const [best] = offered.map((format) => ({ format, q: liking(format) })).sort((a, b) => b.q - a.q)
  return best === undefined || best.q === 0 ? null : best.format
}
