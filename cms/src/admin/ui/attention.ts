// SPDX-License-Identifier: AGPL-3.0-or-later

/** A badge for what waits: the vendor's orange letters on yellow cannot be read by everybody. */
export const attention = { backgroundColor: 'warning200', textColor: 'neutral800' } as const
