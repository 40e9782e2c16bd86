// SPDX-License-Identifier: AGPL-3.0-or-later
import { signNames, type Sign } from '../answer/sign-names.js'

type Bounds = readonly [number, number]
const forIt: Bounds = [0, Infinity]
const againstIt: Bounds = [-Infinity, 0]
const either: Bounds = [-Infinity, Infinity]

/**
 * Which way each sign may speak. Signs that say nearly the same would otherwise be set against each other, which fits the
 * questions at hand and no others.
 */
export const speaksFor: Record<Sign, Bounds> = {
  ...(Object.fromEntries(signNames.map((name) => [name, forIt])) as unknown as Record<Sign, Bounds>),
  unwritten: againstIt,
  unknown: againstIt,
  outside: againstIt,
  words: either,
  brevity: either,
}
