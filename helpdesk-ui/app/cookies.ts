// SPDX-License-Identifier: AGPL-3.0-or-later

interface CookieShape {
  name: string
  value: string
  path: string
  maxAgeS: number
  sameSite: 'Lax' | 'Strict'
  secure: boolean
}

/** Never readable by scripts. */
const writeCookie = ({ name, value, path, maxAgeS, sameSite, secure }: CookieShape): string =>
  [
    `${name}=${encodeURIComponent(value)}`,
    `Path=${path}`,
    `Max-Age=${String(maxAgeS)}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ')

export const readCookie = (request: Request, name: string): string | null => {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split(/=(.*)/s)
    if (key !== name) continue
    try {
      return decodeURIComponent(value)
    } catch {
      return null
    }
  }
  return null
}

/** An emptied cookie is none. */
const valueOf = (request: Request, name: string): string | null => {
  const value = readCookie(request, name)
  return value === '' ? null : value
}

/** Opens one ticket: it is sent to that ticket's address alone. The back office's grant ends after two hours too. */
export const ticketCookie = (path: string, grant: string, secure: boolean): string =>
  writeCookie({ name: 'lc_ticket', value: grant, path, maxAgeS: grant === '' ? 0 : 2 * 3600, sameSite: 'Lax', secure })

export const readTicketGrant = (request: Request): string | null => valueOf(request, 'lc_ticket')

/** The desk's session: strict, and known to the desk's addresses alone. The back office ends it after 12 hours at most. */
export const deskCookie = (session: string, secure: boolean): string =>
  writeCookie({ name: 'lc_desk', value: session, path: '/desk', maxAgeS: session === '' ? 0 : 12 * 3600, sameSite: 'Strict', secure })

export const readDeskSession = (request: Request): string | null => valueOf(request, 'lc_desk')
