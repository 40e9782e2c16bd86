// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { remembering } from './remembering.js'

const setUp = (most: number) => {
  const found: string[] = []
  const find = remembering(most, (word) => {
    found.push(word)
    return word.length
  })
  return { find, found }
}

test('a word is found once while it is used, however many others come and go', () => {
  const { find, found } = setUp(10)
  for (let other = 0; other < 100; other++) {
    expect(find('spesso')).toBe(6)
    find(`altra${String(other)}`)
  }
  expect(found.filter((word) => word === 'spesso')).toHaveLength(1)
})

test('a word that nobody uses any more is forgotten', () => {
  const { find, found } = setUp(10)
  find('una')
  for (let other = 0; other < 20; other++) find(`altra${String(other)}`)
  find('una')
  expect(found.filter((word) => word === 'una')).toHaveLength(2)
})
