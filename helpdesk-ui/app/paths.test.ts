// SPDX-License-Identifier: AGPL-3.0-or-later
import { matchRoutes, type RouteObject } from 'react-router'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { describe, expect, it } from 'vitest'
import { changeLanguage, inLocale, paths } from './paths'
import routes from './routes'

const toRouteObject = (entry: RouteConfigEntry): RouteObject =>
  entry.index === true
    ? { id: entry.file, index: true }
    : { id: entry.file, ...(entry.path !== undefined && { path: entry.path }), children: (entry.children ?? []).map(toRouteObject) }

const filesOf = (entry: RouteConfigEntry): string[] => [
  ...(entry.children === undefined ? [entry.file] : []),
  ...(entry.children ?? []).flatMap(filesOf),
]

const site = routes.map(toRouteObject)
const routeOf = (path: string): string | undefined => matchRoutes(site, path)?.at(-1)?.route.id

const samples: Record<Exclude<keyof typeof paths, 'theme' | 'suggestions'>, string> = {
  enti: paths.enti({ q: 'val' }),
  home: paths.home('valdombra'),
  answers: paths.answers('valdombra', { q: 'carta d’identità' }),
  services: paths.services('valdombra', { categoria: 'ambiente', pagina: 2 }),
  service: paths.service('valdombra', 'carta'),
  preview: paths.preview('valdombra', 'abc'),
  faqs: paths.faqs('valdombra'),
  offices: paths.offices('valdombra'),
  office: paths.office('valdombra', 'anagrafe'),
  newTicket: paths.newTicket('valdombra', { q: 'ciao' }),
  tickets: paths.tickets('valdombra'),
  ticket: paths.ticket('valdombra', 'LC-2026-000001'),
  legalNotes: paths.legalNotes('valdombra'),
  privacy: paths.privacy('valdombra'),
  link: paths.link('abc'),
  desk: paths.desk(),
  deskSignIn: paths.deskSignIn(),
  deskSignOut: paths.deskSignOut(),
  deskTickets: paths.deskTickets({ stato: 'new' }),
  deskTicket: paths.deskTicket('LC-2026-000001'),
  deskAnswers: paths.deskAnswers({ q: 'x' }),
  deskDeliveries: paths.deskDeliveries(),
  deskFigures: paths.deskFigures(),
  deskDelivery: paths.deskDelivery('d1'),
}

describe('paths and routes', () => {
  it.each(Object.entries(samples))('%s leads to a page of its own', (_name, path) => {
    expect(routeOf(path.split('?')[0] ?? '')).not.toMatch(/not-found/)
  })
  it('no two paths lead to the same page', () => {
    const reached = Object.values(samples).map((path) => routeOf(path.split('?')[0] ?? ''))
    expect(new Set(reached).size).toBe(reached.length)
  })
  it('every page has a path', () => {
    const reached = new Set(Object.values(samples).map((path) => routeOf(path.split('?')[0] ?? '')))
    const pages = routes.flatMap(filesOf).filter((file) => !file.includes('not-found'))
    expect(pages.filter((file) => !reached.has(file))).toEqual([])
  })
})

describe('the language of a link', () => {
  it.each([
    ['Italian is not written', '/a', 'it', '/a'],
    ['a plain path', '/a', 'de', '/a?lang=de'],
    ['before the fragment', '/a#costs', 'en', '/a?lang=en#costs'],
    ['beside a query', '/a?q=x', 'en', '/a?q=x&lang=en'],
    ['once', '/a?lang=en#b', 'de', '/a?lang=en#b'],
  ] as const)('%s', (_name, path, locale, wanted) => {
    expect(inLocale(path, locale)).toBe(wanted)
  })
})

it.each([
  ['it', '/a?q=x'],
  ['sl', '/a?q=x&lang=sl'],
] as const)('the page that is being read in German leads to itself in %s', (locale, href) => {
  expect(changeLanguage('/a', '?lang=de&q=x')(locale)).toBe(href)
})
