// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { isPublicAddress, toAllowList } from './public-address'

const nothing = toAllowList([])

describe('a webhook may not call', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, IPv6', '::1'],
    ['this machine, mapped', '::ffff:127.0.0.1'],
    ['this machine, IPv4-compatible', '::7f00:1'],
    ['no address at all', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['a carrier’s network', '100.64.0.1'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['the metadata of a cloud, IPv6', 'fd00:ec2::254'],
    ['a link-local address', 'fe80::1'],
    ['NAT64 of a private address', '64:ff9b::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:53aa:64c::1'],
    ['documentation', '2001:db8::1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['what is no address', 'localhost'],
  ])('%s: %s', (_what, address) => {
    expect(isPublicAddress(address, nothing)).toBe(false)
  })
})

test('a webhook may call the internet', () => {
  expect(isPublicAddress('93.184.216.34', nothing)).toBe(true)
  expect(isPublicAddress('2606:2800:220:1:248:1893:25c8:1946', nothing)).toBe(true)
})

test('a network that the administrator opened may be called, and its neighbours may not', () => {
  const allowed = toAllowList(['10.1.0.0/16', 'fd12:3456::/32'])
  expect(isPublicAddress('10.1.200.7', allowed)).toBe(true)
  expect(isPublicAddress('fd12:3456::7', allowed)).toBe(true)
  expect(isPublicAddress('10.2.0.1', allowed)).toBe(false)
})
