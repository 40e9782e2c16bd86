// SPDX-License-Identifier: AGPL-3.0-or-later
let last = 0

/** Says when a document is written. No two documents of one process get the same stamp, however quickly they follow. */
export const stamped = <D extends object>(document: D): D & { stamp: number } => {
  last = Math.max(last + 1, Date.now() * 1000)
  return { ...document, stamp: last }
}
