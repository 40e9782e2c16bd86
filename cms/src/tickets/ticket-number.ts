// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'

/** Luhn check digit: catches every single wrong digit and every swap of neighbours but 0 and 9. */
const checkDigit = (digits: string): string => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, position) => {
      const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** `LC-2026-000123-7`: year, running number, check digit. Public and guessable, so it opens nothing on its own. */
export const formatTicketNumber = (year: number, running: number): string => {
  const padded = String(running).padStart(6, '0')
  return `LC-${String(year)}-${padded}-${checkDigit(`${String(year)}${padded}`)}`
}

/** As people type it: any case, with or without hyphens and blanks. Null when it cannot be a number of ours. */
export const parseTicketNumber = (typed: string): string | null => {
  const match = /^LC(\d{4})(\d{6,9})(\d)$/.exec(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  if (match?.[1] === undefined || match[2] === undefined) return null
  const number = formatTicketNumber(Number(match[1]), Number(match[2]))
  return number.endsWith(`-${String(match[3])}`) ? number : null
}

/** The next number of this year; the counter's row stays locked until the transaction ends. */
export const takeTicketNumber = async (trx: Knex.Transaction, now: Date): Promise<string> => {
  const year = now.getUTCFullYear()
  const name = `tickets-${String(year)}`
  await trx('counters').insert({ name, value: 0 }).onConflict('name').ignore()
  await trx('counters').where({ name }).increment('value', 1)
  const row = await trx('counters').where({ name }).first<{ value: number }>('value')
  return formatTicketNumber(year, row.value)
}
