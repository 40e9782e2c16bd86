// SPDX-License-Identifier: AGPL-3.0-or-later
import { Meilisearch, MeilisearchApiError } from 'meilisearch'

export type EngineClient = Meilisearch

/** A citizen waits this long at most; then the answer says that the engine could not be asked. */
const searchTimeoutMs = 2000
/** Sending a batch of documents takes longer than a search. */
const requestTimeoutMs = 30_000

// A compressed answer of more than a few documents leaves the engine in pieces, and the kernel holds the last one back for
// 40 ms: 46 ms for twenty searches with compression, 6 ms without (measured over loopback).
const requestInit = { headers: { 'accept-encoding': 'identity' } }

/** The only way to the engine. */
export const connectEngine = ({ url, apiKey }: { url: string; apiKey: string }): EngineClient =>
  new Meilisearch({ host: url, apiKey, timeout: requestTimeoutMs, requestInit })

/** Given to every search, so that none waits longer than a citizen does. */
export const searchLimits = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(searchTimeoutMs) })

/** Code of the engine's own refusal, e.g. `index_not_found`; null when it did not answer at all or something else went wrong. */
export const engineErrorCode = (error: unknown): string | null =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? `http_${String(error.response.status)}`) : null
