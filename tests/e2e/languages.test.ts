// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '@linea-comune/config'
import { examineWithAxe } from '../support/axe.js'
import { openBrowser, openPage } from '../support/browser.js'
import { startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

let system: System
let browser: Browser
beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  system.cleanUp()
})

const open = async (where: string): Promise<Page> => {
  const { page } = await openPage(browser)
  await page.goto(`${system.url}${where}`)
  return page
}
/** The language in which a screen reader says it. */
const spoken = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.closest('[lang]')?.getAttribute('lang') ?? '')
const main = (page: Page): Promise<string> => page.getByRole('main').innerText()
const card = '/portolieto/servizi/carta-d-identita-elettronica-a-portolieto'

describe('a reader of German', () => {
  test('changes the language on a sheet, stays on it, and comes back', async () => {
    const page = await open(card)
    await page.getByRole('link', { name: 'DE', exact: true }).click()
    await page.getByRole('heading', { name: 'Elektronischer Personalausweis in Portolieto' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('de')
    expect(await main(page)).toContain('Was Sie brauchen')
    expect(await main(page)).not.toContain('noch nicht übersetzt')
    // The office has a German name, and so has the category.
    await page.getByRole('link', { name: 'Zentrales Meldeamt' }).waitFor()
    await page.getByRole('link', { name: 'Meldeamt und Standesamt' }).waitFor()
    // Its own address leads to the same sheet in every language.
    const canonical = (await page.getAttribute('link[rel=canonical]', 'href')) ?? ''
    expect(canonical).toMatch(/\/servizi\/elektronischer-personalausweis-in-portolieto\?lang=de$/)
    await page.goto(`${system.url}${new URL(canonical).pathname}?lang=de`)
    await page.getByRole('link', { name: 'IT', exact: true }).click()
    await page.getByRole('heading', { name: 'Carta d’identità elettronica a Portolieto' }).waitFor()
    expect(await page.locator('link[rel=alternate][hreflang]').count()).toBe(locales.length)
  })

  test('reads an Italian text where there is no German one, is told, and hears it in Italian', async () => {
    const page = await open('/portolieto/servizi/imu-a-portolieto?lang=de')
    expect(await main(page)).toContain('Dieser Text ist noch nicht übersetzt: Sie lesen ihn auf Italienisch.')
    expect(await spoken(page, 'h1')).toBe('it')
    expect(await spoken(page, '#costs .lc-rich, #howTo .lc-rich')).toBe('it')
    for (const own of ['.lc-notice', '#howTo h2', '.lc-index h2', '.lc-source', '.lc-contact-card a'])
      expect(await spoken(page, own)).toBe('de')
    expect(await main(page)).toContain('Steueramt')
  })
})

describe('a reader of Slovenian', () => {
  test('asks, and gets the Slovenian text with its offices', async () => {
    const page = await open('/portolieto?lang=sl')
    expect(await main(page)).toContain('Kaj potrebujete?')
    await page.getByLabel('Napišite svoje vprašanje').fill('Koliko stane osebna izkaznica?')
    await page.getByRole('button', { name: 'Poišči odgovor' }).click()
    await page.getByRole('heading', { name: 'Elektronska osebna izkaznica v Portolietu' }).waitFor()
    expect(await main(page)).toContain('22,20 €')
    expect(await spoken(page, '.lc-answer h2, .lc-choice .card-title')).toBe('sl')
    const office = await open('/portolieto/uffici?lang=sl')
    await office.getByRole('link', { name: 'Osrednji matični urad' }).click()
    await office.getByRole('heading', { name: 'Osrednji matični urad', level: 1 }).waitFor()
    expect(await spoken(office, 'h1')).toBe('sl')
    expect(await spoken(office, '.lc-rich')).toBe('it')
  })

  test('gets the Italian answer when there is no other, and is told which texts are Italian', async () => {
    const page = await open(`/portolieto/risposte?lang=sl&q=${encodeURIComponent('Kako plačam IMU?')}`)
    await page
      .getByText(/v italijanščini/)
      .first()
      .waitFor()
    expect(await spoken(page, '.lc-answer h2, .lc-choice .card-title a')).toBe('it')
    for (const where of ['servizi', 'domande']) {
      const list = await open(`/portolieto/${where}?lang=sl`)
      expect(await main(list)).toContain('Nekatera besedila še niso prevedena: berete jih v italijanščini.')
    }
    const api = (await (await fetch(`${system.url}/api/answers?ente=portolieto&locale=sl&q=IMU`)).json()) as { items: { locale: string }[] }
    expect(api.items[0]?.locale).toBe('it')
  })
})

test('the list of Enti speaks every language, and leads on in the one that is read', async () => {
  const page = await open('/?lang=fr')
  expect(await page.getAttribute('html', 'lang')).toBe('fr')
  await page.getByRole('heading', { name: 'Choisissez votre commune' }).waitFor()
  expect(await spoken(page, '.lc-card-ente .card-text')).toBe('it')
  await page.getByLabel('Rechercher par nom').fill('portolieto')
  await page.getByRole('button', { name: 'Rechercher' }).click()
  await page.getByRole('link', { name: /Portolieto/ }).click()
  await page.getByRole('heading', { name: /De quoi avez-vous besoin/ }).waitFor()
  await page.getByRole('link', { name: 'Linea Comune' }).click()
  await page.getByRole('link', { name: 'SL', exact: true }).click()
  await page.getByRole('heading', { name: 'Izberite svojo občino' }).waitFor()
})

test('our own words are in the language asked for, also at an Ente that does not offer it', async () => {
  const page = await open('/roccaserena/servizi?lang=fr')
  expect(await page.getAttribute('html', 'lang')).toBe('fr')
  expect(await main(page)).toContain('Tous les services du Comune di Roccaserena')
  expect(await main(page)).toContain('Certains textes ne sont pas encore traduits')
  const languages = (await open('/portolieto')).getByRole('navigation', { name: 'Lingua' }).getByRole('link')
  expect((await languages.allInnerTexts()).map((text) => text.toLowerCase())).toEqual(locales)
  expect(await (await open('/roccaserena')).getByRole('navigation', { name: 'Lingua' }).count()).toBe(0)
})

test.each(['de', 'sl', 'fr'])('pages in %s say in which language each part is, and fit a narrow screen', async (locale) => {
  const { page } = await openPage(browser, { bypassCSP: true, viewport: { width: 360, height: 740 } })
  for (const where of ['', '/servizi', '/servizi/imu-a-portolieto', '/domande', '/uffici', '/richieste/nuova', '/risposte?q=IMU']) {
    await page.goto(`${system.url}/portolieto${where}${where.includes('?') ? '&' : '?'}lang=${locale}`)
    expect([where, await examineWithAxe(page, 'all')]).toEqual([where, []])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('a translation that the Italian text has outrun says so in its own language and leads to the Italian', async () => {
  const token = await signIn()
  const sheet = await find(token, 'Carta d’identità elettronica a Portolieto')
  const page = `${system.backofficeUrl}/content-manager/collection-types/api::service-sheet.service-sheet/${sheet}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ costs: 'Paghi **23,20 €**.' })
  expect((await fetch(`${page}?locale=it`, { method: 'PUT', headers, body })).status).toBe(200)
  expect((await fetch(`${page}/actions/publish?locale=it`, { method: 'POST', headers, body })).status).toBe(200)
  await until('the page', async () => (await (await fetch(`${system.url}${card}`)).text()).includes('23,20'))
  const german = await open(`${card}?lang=de`)
  expect(await german.locator('.lc-notice').innerText()).toMatch(/Die italienische Fassung wurde am \d+\. \p{L}+ \d{4} aktualisiert/u)
  await german.getByRole('link', { name: 'Italienische Fassung lesen' }).click()
  expect(await main(german)).toContain('23,20 €')
  expect(await german.getAttribute('html', 'lang')).toBe('it')
  const answer = await open(`/portolieto/risposte?lang=sl&q=${encodeURIComponent('Koliko stane osebna izkaznica?')}`)
  expect(await main(answer)).toMatch(/Italijanska različica je bila posodobljena|Elektronska osebna izkaznica/)
})

const signIn = async (): Promise<string> => {
  const email = 'redazione@comune.portolieto.example'
  const response = await fetch(`${system.backofficeUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: system.passwordOf(email) }),
  })
  return ((await response.json()) as { data: { token: string } }).data.token
}

const find = async (token: string, title: string): Promise<string> => {
  const query = new URLSearchParams({ locale: 'it', 'filters[title][$eq]': title })
  const response = await fetch(
    `${system.backofficeUrl}/content-manager/collection-types/api::service-sheet.service-sheet?${query.toString()}`,
    { headers: { authorization: `Bearer ${token}` } },
  )
  return ((await response.json()) as { results: { documentId: string }[] }).results[0]?.documentId ?? ''
}
