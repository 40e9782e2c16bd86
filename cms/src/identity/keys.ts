// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 bits that nobody can guess, 22 characters. */
export const newToken = (): string => randomBytes(16).toString('base64url')

export const hashOf = (value: string): string => createHash('sha256').update(value).digest('base64url')

export const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const mac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Digits and capitals that cannot be taken for one another: no I, L, O, U (Crockford's base 32). */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/** Reads a code as people type it: any case, with blanks and hyphens, O for zero, I or L for one. */
export const normaliseCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/**
 * The citizen's secret and code. They follow from the submission, so that sending the same form again after a crash
 * gives the same ones although only their hashes are stored.
 */
export const citizenKeys = (key: string, submissionId: string): { secret: string; code: string } => ({
  secret: mac(key, `secret:${submissionId}`).subarray(0, 16).toString('base64url'),
  code: [...mac(key, `code:${submissionId}`).subarray(0, codeLength)].map((byte) => codeAlphabet.charAt(byte % 32)).join(''),
})

/** A statement, which holds no `~`, with its signature and the instant until which it holds; `purpose` keeps one kind from passing for another. */
export const signStatement = (key: string, purpose: string, statement: string, expiresAtMs: number): string => {
  const claim = `${statement}~${expiresAtMs.toString(36)}`
  return `${claim}~${mac(key, `${purpose}:${claim}`).toString('base64url')}`
}

/** The statement, when it is genuine and still holds; null otherwise. */
export const readStatement = (key: string, purpose: string, signed: string, nowMs: number): string | null => {
  const [statement, expires, signature] = signed.split('~')
  if (statement === undefined || expires === undefined || signature === undefined) return null
  if (!sameHash(signature, mac(key, `${purpose}:${statement}~${expires}`).toString('base64url'))) return null
  return Number.parseInt(expires, 36) > nowMs ? statement : null
}

/** A signed statement "may see this ticket until then". */
export const signGrant = (key: string, number: string, expiresAtMs: number): string => signStatement(key, 'grant', number, expiresAtMs)

/** The ticket number of a grant that is genuine and not expired; null otherwise. */
export const readGrant = (key: string, grant: string, nowMs: number): string | null => readStatement(key, 'grant', grant, nowMs)
