// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PageDocument, StampedPage } from './page-document.js'

let last = 0

/** Says when a document is written. No two documents of one process get the same stamp, however quickly they follow. */
export const stamped = (page: PageDocument): StampedPage => {
  last = Math.max(last + 1, Date.now() * 1000)
  return { ...page, stamp: last }
}
