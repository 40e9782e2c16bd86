// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { cachingOf, contentPolicy, isOwnWrite } from './security.js'

const own = ['https://sportello.example']

describe('a write', () => {
  it.each([
    ['from our own page', { origin: own[0], secFetchSite: 'same-origin', hasCookie: true }, true],
    ['from another site', { origin: 'https://altro.example', secFetchSite: 'cross-site', hasCookie: true }, false],
    ['from a sibling site', { origin: 'https://altro.sportello.example', secFetchSite: 'same-site', hasCookie: false }, false],
    ['from an old browser, of ours', { origin: own[0], secFetchSite: undefined, hasCookie: true }, true],
    ['from an old browser, of others', { origin: 'https://altro.example', secFetchSite: undefined, hasCookie: false }, false],
    ['from a program without cookies', { origin: undefined, secFetchSite: undefined, hasCookie: false }, true],
    ['without an origin but with a cookie', { origin: undefined, secFetchSite: undefined, hasCookie: true }, false],
    ['with a hidden origin and a cookie', { origin: 'null', secFetchSite: undefined, hasCookie: true }, false],
  ])('%s', (_name, facts, welcome) => {
    expect(isOwnWrite({ ...facts, own })).toBe(welcome)
  })
})

describe('what may be kept by caches', () => {
  it.each([
    ['/', ''],
    ['/valdombra', ''],
    ['/valdombra/servizi/carta', '?lang=en'],
    ['/valdombra/domande', ''],
  ])('%s%s is public', (path, search) => {
    expect(cachingOf(path, search, 200)).toContain('public')
  })
  it.each([
    ['/desk/richieste', '', 200],
    ['/inoltri/abc', '', 200],
    ['/valdombra/richieste/LC-1', '', 200],
    ['/valdombra/richieste/nuova', '?q=ciao', 200],
    ['/valdombra/risposte', '?q=ciao', 200],
    ['/valdombra/servizi', '?q=ciao', 200],
    ['/valdombra/nulla', '', 404],
  ])('%s%s (%d) is not', (path, search, status) => {
    expect(cachingOf(path, search, status)).toBe('no-store')
  })
})

it('the content policy allows nothing inline', () => {
  expect(contentPolicy(null, true)).not.toContain('unsafe')
  expect(contentPolicy('abc', false)).toContain("'nonce-abc'")
})
