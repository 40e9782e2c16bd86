// SPDX-License-Identifier: AGPL-3.0-or-later

const protocolOf = (text: string): string | null => (URL.canParse(text) ? new URL(text).protocol : null)

const web: ReadonlySet<string | null> = new Set(['http:', 'https:'])

/** A link that a citizen may follow. */
export const isWebAddress = (text: string): boolean => web.has(protocolOf(text))

/** An address that a browser would take for something else than a page, such as a program; what is no address at all is not one. */
export const isOtherAddress = (text: string): boolean => protocolOf(text) !== null && !isWebAddress(text)
