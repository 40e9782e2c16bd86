// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nothing from elsewhere, nothing inline; the desk's own scripts carry the nonce of their answer. */
export const contentPolicy = (nonce: string | null, secure: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

export const securityHeaders = (nonce: string | null, secure: boolean): Record<string, string> => ({
  'content-security-policy': contentPolicy(nonce, secure),
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it browsers send `Origin: null` with their own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
})

export interface WriteOrigin {
  origin: string | undefined
  secFetchSite: string | undefined
  hasCookie: boolean
  /** Origins this server is reached by. */
  own: readonly string[]
}

/** A form is ours when the browser says so; a program without browser headers may write when it brings no cookie. */
export const isOwnWrite = ({ origin, secFetchSite, hasCookie, own }: WriteOrigin): boolean => {
  if (secFetchSite !== undefined && secFetchSite !== 'none') return secFetchSite === 'same-origin'
  if (origin !== undefined && origin !== 'null') return own.includes(origin)
  return !hasCookie
}

/** How long an answer may be kept, by its path. What is personal, or holds a person's own words, never. */
export const cachingOf = (path: string, search: string, status: number): string => {
  const [first = '', second = ''] = path.split('/').filter((part) => part !== '')
  const personal =
    first === 'desk' ||
    first === 'inoltri' ||
    first === 'api' ||
    second.startsWith('richieste') ||
    second === 'risposte' ||
    second === 'anteprima'
  if (personal || status >= 400 || ['q', 'chiesta'].some((name) => new URLSearchParams(search).has(name))) return 'no-store'
  return 'public, max-age=60, stale-while-revalidate=300'
}

/** Pages that search engines must not keep. */
export const isUnlisted = (path: string): boolean => cachingOf(path, '', 200) === 'no-store'
