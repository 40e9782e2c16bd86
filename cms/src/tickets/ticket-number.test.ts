// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { formatTicketNumber, parseTicketNumber } from './ticket-number'

test('a ticket number is read however it is typed', () => {
  const number = formatTicketNumber(2026, 123)
  for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')} `]) {
    expect(parseTicketNumber(typed)).toBe(number)
  }
})

test('a ticket number with one wrong digit is not a number of ours', () => {
  const number = formatTicketNumber(2026, 123)
  for (let position = 3; position < number.length; position++) {
    const digit = number.charAt(position)
    if (digit === '-') continue
    const wrong = `${number.slice(0, position)}${String((Number(digit) + 1) % 10)}${number.slice(position + 1)}`
    expect(parseTicketNumber(wrong)).toBeNull()
  }
})

test.each([[''], ['LC'], ['12345'], ['LC-2026-1'], ['<script>'], ['\u0000']])('“%s” is no ticket number', (typed) => {
  expect(parseTicketNumber(typed)).toBeNull()
})
