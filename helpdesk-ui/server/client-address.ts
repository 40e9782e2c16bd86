// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The address a request really comes from. Each trusted proxy appends the address it saw, so with n of them the
 * n-th from the right is the first one a stranger could not have written.
 */
export const clientAddressOf = (socketAddress: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string => {
  const socket = socketAddress ?? 'unknown'
  if (trustedProxies === 0 || forwardedFor === undefined) return socket
  const seen = forwardedFor
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return seen.at(-trustedProxies) ?? seen[0] ?? socket
}
