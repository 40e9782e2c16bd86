// SPDX-License-Identifier: AGPL-3.0-or-later

/** SQLite and PostgreSQL both limit how many values a query carries. */
const atOnce = 500

export const inChunks = <T>(list: readonly T[], size = atOnce): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
