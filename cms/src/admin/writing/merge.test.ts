// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { merge, resolve, same, sameValues, withLinks, type Versions } from './merge.js'

describe('two people wrote one sheet', () => {
  const versions: Versions = {
    base: { title: 'Mensa', costs: 'Gratis', times: '', needed: null, offices: { connect: [], disconnect: [] } },
    mine: { title: 'Mensa scolastica', costs: 'Un euro', times: '', needed: '', offices: { connect: [{ id: 1 }], disconnect: [] } },
    theirs: { title: 'Mensa', costs: 'Due euro', times: 'Subito', needed: undefined, offices: { connect: [], disconnect: [] } },
  }
  const fields = ['title', 'costs', 'times', 'needed', 'offices']
  const found = merge(fields, versions)

  test('what only one of them changed needs no decision', () => {
    expect(found).toEqual({ mine: ['title', 'offices'], theirs: ['times'], both: ['costs'] })
  })

  test.each([
    ['mine', { costs: 'Un euro' }],
    ['theirs', {}],
    ['together', { costs: 'Due euro\n\nUn euro' }],
  ] as const)('what both changed is decided: %s', (choice, decided) => {
    expect(resolve(found, versions, { costs: choice })).toEqual({
      title: 'Mensa scolastica',
      offices: { connect: [{ id: 1 }], disconnect: [] },
      ...decided,
    })
  })

  test('the same words of both are no difference', () => {
    expect(merge(['costs'], { base: { costs: 'a' }, mine: { costs: 'b' }, theirs: { costs: 'b' } })).toEqual({
      mine: [],
      theirs: [],
      both: [],
    })
  })
})

test.each([
  [undefined, null, true],
  ['', null, true],
  [false, null, false],
  [[{ day: 'mon', __temp_key__: 'a0' }], [{ day: 'mon', __temp_key__: 'a1' }], true],
  [['a'], ['b'], false],
])('%j and %j are the same for a form: %s', (a, b, expected) => {
  expect(same(a, b)).toBe(expected)
})

test('values are compared by every field of either', () => {
  expect([sameValues({ a: '' }, { b: null }), sameValues({ a: 'x' }, {})]).toEqual([true, false])
})

test('links that were pending when a draft was sent are pending again; later ones stay', () => {
  const none = { connect: [], disconnect: [] }
  const [one, two] = [
    { connect: [{ id: 1 }], disconnect: [] },
    { connect: [], disconnect: [{ id: 2 }] },
  ]
  const before = { title: 'Prima', offices: one, places: one, topics: none }
  expect(withLinks({ title: 'Dopo', offices: none, places: two, topics: none }, before)).toEqual({
    title: 'Dopo',
    offices: one,
    places: two,
    topics: none,
  })
})
