// SPDX-License-Identifier: AGPL-3.0-or-later

/** `validUntil` is a day as citizens count it; an answer holds through the whole of it. */
export const todayInRome = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(now)

export const stillValid = (now = new Date()) => ({ $or: [{ validUntil: { $null: true } }, { validUntil: { $gte: todayInRome(now) } }] })
