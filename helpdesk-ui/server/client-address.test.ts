// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { clientAddressOf } from './client-address.js'

it.each([
  ['nobody is believed without a trusted proxy', '9.9.9.9', '1.1.1.1', 0, '9.9.9.9'],
  ['one proxy tells the address it saw', '10.0.0.1', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
  ['two proxies: the address the outer one saw', '10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
  ['a chain shorter than expected', '10.0.0.1', '1.1.1.1', 2, '1.1.1.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
])('%s', (_name, socket, forwarded, proxies, wanted) => {
  expect(clientAddressOf(socket, forwarded, proxies)).toBe(wanted)
})
