// SPDX-License-Identifier: AGPL-3.0-or-later

/** The day as citizens count it, such as 2026-11-24. */
export const todayInRome = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(now)

/** The day by which a text had to be reviewed is over, and nobody has given it a new one. */
export const isReviewOverdue = (reviewBy: string | null, now = new Date()): boolean => reviewBy !== null && reviewBy < todayInRome(now)
