// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'

/** What a call needs that needs nothing, and what one answers that has nothing to tell. */
export const nothing = z.object({})
export const done = z.object({ done: z.literal(true) })
