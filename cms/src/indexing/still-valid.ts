// SPDX-License-Identifier: AGPL-3.0-or-later
import { todayInRome } from '@linea-comune/config'

/** `validUntil` is a day as citizens count it; an answer holds through the whole of it. */
export const stillValid = (now = new Date()) => ({ $or: [{ validUntil: { $null: true } }, { validUntil: { $gte: todayInRome(now) } }] })
