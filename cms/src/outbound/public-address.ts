// SPDX-License-Identifier: AGPL-3.0-or-later
import { BlockList } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Networks that an administrator opened by name, for receivers in an intranet. */
export const toAllowList = (cidrs: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [network, prefix] = ipaddr.parseCIDR(cidr)
    list.addSubnet(network.toString(), prefix, network.kind())
  }
  return list
}

/** Whether an address is out on the internet. Closed when in doubt; only 2000::/3 counts in IPv6, since every special range lies outside it or is named. */
export const isPublicAddress = (ip: string, allowed: BlockList): boolean => {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  if (allowed.check(address.toString(), address.kind())) return true
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || ((address.parts[0] ?? 0) & 0xe000) === 0x2000
}
