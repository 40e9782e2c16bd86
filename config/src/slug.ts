// SPDX-License-Identifier: AGPL-3.0-or-later

/** First path segments that belong to the product: an Ente may not take one as its web address. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'assets',
  'desk',
  'favicon.ico',
  'healthz',
  'inoltri',
  'internal',
  'readyz',
  'robots.txt',
  'sitemap.xml',
  'uploads',
  '.well-known',
])

/** Lower-case ASCII words joined by hyphens; the empty string when nothing is left. */
export const toSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
