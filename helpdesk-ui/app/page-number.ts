// SPDX-License-Identifier: AGPL-3.0-or-later

/** A page from the address; anything that is not one is the first. */
export const toPageNumber = (text: string | null): number => {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
