// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every fault that crosses a boundary has one of these names; status and sentence are tables keyed by it. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'unknown-ente',
  'ente-not-active',
  'ente-left',
  'wrong-credentials',
  'signed-out',
  'not-allowed',
  'too-many-attempts',
  'move-not-possible',
  'changed-meanwhile',
  'submission-reused',
  'link-expired',
  'link-used',
  'no-channel',
  'unavailable',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** RFC 9110 status for each code. */
export const errorStatus: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503> = {
  'invalid-input': 400,
  'not-found': 404,
  'unknown-ente': 404,
  'ente-not-active': 409,
  'ente-left': 410,
  'wrong-credentials': 401,
  'signed-out': 401,
  'not-allowed': 403,
  'too-many-attempts': 429,
  'move-not-possible': 409,
  'changed-meanwhile': 409,
  'submission-reused': 422,
  'link-expired': 410,
  'link-used': 410,
  'no-channel': 409,
  unavailable: 503,
  internal: 500,
}

/** What can be wrong with one field; the interface maps it to a sentence. */
export const fieldFaults = ['required', 'too-short', 'too-long', 'not-an-email', 'not-a-phone', 'not-accepted', 'invalid'] as const
export type FieldFault = (typeof fieldFaults)[number]

/** A rule says no. Carries no HTTP; the boundary maps `code` to a status. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: { fields?: Record<string, FieldFault>; retryAfterS?: number; detail?: string } = {},
  ) {
    super(details.detail ?? code)
    this.name = 'DomainError'
  }
}
