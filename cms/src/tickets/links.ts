// SPDX-License-Identifier: AGPL-3.0-or-later

/** The citizen's link. The secret is in the fragment: it reaches no server log and no mail scanner's request. */
export const citizenLink = (publicUrl: string, enteSlug: string, number: string, secret: string): string =>
  `${publicUrl}/${enteSlug}/richieste/${number}#${secret}`

/** The Ente's link, for people without an account. Opening it changes nothing. */
export const enteLink = (publicUrl: string, token: string): string => `${publicUrl}/inoltri/${token}`
