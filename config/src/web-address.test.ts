// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { isOtherAddress, isWebAddress } from './web-address.js'

it.each([
  ['https://servizi.example/prenota?x=1', true, false],
  ['HTTP://servizi.example', true, false],
  ['javascript:alert(1)', false, true],
  [' java\nscript:alert(1)', false, true],
  ['data:text/html,<script>alert(1)</script>', false, true],
  ['mailto:anagrafe@comune.example', false, true],
  ['www.senza-schema.example', false, false],
  ['/prenota', false, false],
  ['non è un indirizzo', false, false],
  ['', false, false],
])('%j leads to a page of the web: %s; to something else: %s', (text, page, other) => {
  expect([isWebAddress(text), isOtherAddress(text)]).toEqual([page, other])
})
