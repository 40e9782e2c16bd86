// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { negotiate } from './negotiate.js'
import { formats } from './parameters.js'

describe('an Accept header', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/*', 'json'],
    ['text/*', 'csv'],
    ['text/turtle', 'turtle'],
    ['TEXT/Turtle', 'turtle'],
    ['application/ld+json;profile="x", */*;q=0.1', 'jsonld'],
    ['text/csv;q=0.4, application/json;q=0.5', 'json'],
    ['application/json;q=0, application/*', 'jsonld'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['text/html', null],
    ['application/json;q=0', null],
  ])('“%s” gets %s', (accept, format) => {
    expect(negotiate(accept, formats)).toBe(format)
  })
})
