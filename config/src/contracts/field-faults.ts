// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { DomainError, type FieldFault } from '../error-codes.js'

const faultOf = (issue: z.core.$ZodIssue): FieldFault => {
  const field = String(issue.path.at(-1) ?? '')
  if (issue.code === 'too_small') return 'required'
  if (issue.code === 'too_big') return 'too-long'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'not-an-email'
  if (field === 'phone') return 'not-a-phone'
  if (issue.code === 'invalid_value' && field === 'privacy') return 'not-accepted'
  return 'invalid'
}

/** All faults of an input at once, by field name. */
export const toFieldFaults = (error: z.ZodError): Record<string, FieldFault> => {
  const faults: Record<string, FieldFault> = {}
  for (const issue of error.issues) faults[issue.path.join('.') || 'input'] ??= faultOf(issue)
  return faults
}

/** Parses untrusted input, or throws `invalid-input` that names every field at fault. */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.infer<S> => {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (!parsed.success) throw new DomainError('invalid-input', { fields: toFieldFaults(parsed.error) })
  return parsed.data
}
