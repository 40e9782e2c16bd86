// SPDX-License-Identifier: AGPL-3.0-or-later

/** Lower case without accents, with one kind of apostrophe and no control characters: `Perché` and `PERCHE` are the same. */
export const fold = (text: string): string =>
  text
    // Before NFKD, which would turn a lone acute accent used as an apostrophe into a space.
    .replace(/[\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
