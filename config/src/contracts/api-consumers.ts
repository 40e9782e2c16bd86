// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'

/** Somebody who reads the content API with a key. The key itself is known to its holder alone. */
export const apiConsumer = z.object({
  id: z.string(),
  /** SHA-256 of the key, base64url. */
  keyHash: z.string(),
  /** Calls in a minute. */
  perMinute: z.number().int().positive(),
})
export type ApiConsumer = z.infer<typeof apiConsumer>

/** What a key begins with, so that one that leaks into a log or a repository is recognised. */
export const apiKeyPrefix = 'lc_'
export const defaultCallsPerMinute = 600
