// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetUid } from '../probes/uids.js'
import { examineWithAxe } from '../support/axe.js'
import { openBrowser, openPage } from '../support/browser.js'
import { signInToPanel } from '../support/panel.js'
import { startSystem, type System } from '../support/system.js'

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

const visit = async (where: string, options: BrowserContextOptions = {}) => {
  const opened = await openPage(browser, { reducedMotion: 'reduce', ...options })
  await opened.page.goto(`${system.url}${where}`)
  return opened
}
const question = (page: Page) => page.locator('#q')
const list = (page: Page) => page.getByRole('listbox')
const options = (page: Page) => page.getByRole('option')
/** Types as a person does, until what is suggested answers to the whole text. */
const type = async (page: Page, text: string): Promise<void> => {
  const whole = (await question(page).inputValue()) + text
  const answered = page.waitForResponse((response) => new URL(response.url()).searchParams.get('q') === whole)
  await question(page).pressSequentially(text, { delay: 40 })
  await (await answered).finished()
}
const suggested = async (page: Page, text: string): Promise<string[]> => {
  await question(page).fill('')
  await list(page).waitFor({ state: 'hidden' })
  await type(page, text)
  return page.evaluate(
    () =>
      // Two frames: by then the page has shown what it was told.
      new Promise<string[]>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve([...document.querySelectorAll('.lc-suggestion-title')].map((title) => title.textContent))),
        ),
      ),
  )
}
/** What a screen reader says of the active option. */
const active = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    const option = id == null ? null : document.getElementById(id)
    return option?.getAttribute('aria-selected') === 'true' ? (option.querySelector('.lc-suggestion-title')?.textContent ?? '') : null
  })

const card = 'Carta d’identità elettronica a Valdombra'

describe('by keyboard alone', () => {
  test('a citizen goes through the list, back to the text, and opens a sheet', async () => {
    const { page, context, faults } = await visit('/valdombra')
    await question(page).focus()
    expect(await list(page).count()).toBe(0)
    await type(page, 'carta')
    await list(page).waitFor()
    expect(await question(page).getAttribute('aria-expanded')).toBe('true')
    const count = await options(page).count()
    expect(count).toBeGreaterThan(2)
    expect(await active(page)).toBeNull()

    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe(card)
    await page.keyboard.press('ArrowUp')
    expect(await active(page)).toBe(
      await options(page)
        .nth(count - 1)
        .locator('.lc-suggestion-title')
        .innerText(),
    )
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe(card)

    // Home and End move the caret in the text, and the list waits.
    await page.keyboard.press('Home')
    expect(await active(page)).toBeNull()
    expect(await question(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0)
    await page.keyboard.press('End')
    expect(await question(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(5)
    await list(page).waitFor()

    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'hidden' })
    expect(await question(page).inputValue()).toBe('carta')
    expect(await question(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => active(page)).toBe(card)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: card, level: 1 }).waitFor()

    // Coming back, the question is there as it was, and no list lies over the page.
    await page.goBack()
    await page.getByRole('heading', { name: 'Di cosa hai bisogno?' }).waitFor()
    expect(await list(page).count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('Enter without a choice asks the question as it was typed, and Tab leaves', async () => {
    const { page, context, faults } = await visit('/valdombra')
    await question(page).focus()
    await type(page, 'mensa scol')
    await list(page).waitFor()
    await page.keyboard.press('Tab')
    await list(page).waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Cerca la risposta')
    await page.keyboard.press('Shift+Tab')
    await question(page).press('End')
    await question(page).pressSequentially('a')
    await list(page).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/valdombra/risposte?q=mensa+scola')
    expect(faults).toEqual([])
    await context.close()
  })
})

test('by mouse, a frequently asked question opens at its answer', async () => {
  const { page, context, faults } = await visit('/valdombra/risposte')
  await type(page, 'tessera elettorale')
  await options(page).filter({ hasText: 'Ho perso la tessera elettorale: posso votare?' }).click()
  await page.waitForURL(/\/valdombra\/domande\?domanda=/)
  expect(await page.locator('details[open] summary').innerText()).toBe('Ho perso la tessera elettorale: posso votare?')
  await page.goBack()
  await question(page).fill('')
  await type(page, 'tessera')
  await page.getByRole('heading', { level: 1 }).click({ position: { x: 2, y: 2 }, force: true })
  await list(page).waitFor({ state: 'hidden' })
  expect(faults).toEqual([])
  await context.close()
})

test('a topic says how many services it has, and leads to them', async () => {
  const { page, context } = await visit('/valdombra')
  await type(page, 'residen')
  const topic = options(page).filter({ hasText: 'Argomento' })
  const [, count = ''] = /servizi: (\d+)/.exec(await topic.innerText()) ?? []
  await topic.click()
  await page.getByText(`Servizi trovati: ${count}`, { exact: true }).waitFor()
  await context.close()
})

test('errors of typing, apostrophes and empty words are forgiven, and one letter means nothing yet', async () => {
  const { page, context } = await visit('/valdombra')
  for (const [text, wanted] of [
    ['rifuti', 'Ritiro dei rifiuti ingombranti a casa'],
    ["carta d'identita", card],
    ['l’imu', 'IMU: chi paga, quanto e quando'],
    ['quanto costa la carta d’iden', 'Quanto costa la carta d’identità a Valdombra e come prenoto?'],
  ] as const)
    expect((await suggested(page, text))[0]).toBe(wanted)
  expect(await suggested(page, 'barca rossa piena d’acqua')).toEqual([])
  await question(page).fill('')
  let asked = 0
  page.on('request', (request) => (asked += request.url().includes('/api/suggestions') ? 1 : 0))
  await question(page).pressSequentially('c')
  await question(page).pressSequentially(' ')
  await question(page).fill('ca')
  await list(page).waitFor()
  expect(asked).toBe(1)
  await context.close()
})

test('what was matched is emphasised by its weight, and nothing on the page moves', async () => {
  const { page, context } = await visit('/valdombra')
  const places = () =>
    page.evaluate(() =>
      ['h1', '#q', '.lc-ask button', '.lc-ask-hint', '#servizi'].map((where) => document.querySelector(where)?.getBoundingClientRect().top),
    )
  const before = await places()
  await type(page, 'carta d’iden')
  await list(page).waitFor()
  expect(await options(page).first().locator('mark').allInnerTexts()).toEqual(['Carta', 'iden'])
  expect(
    await options(page)
      .first()
      .locator('mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).fontWeight),
  ).toBe('700')
  expect(await places()).toEqual(before)
  await context.close()
})

test('a question found by another phrasing says by which', async () => {
  const { page, context } = await visit('/valdombra')
  await type(page, 'assist')
  const found = page.getByRole('option', { name: /^Vivo all’estero.+ Anche: .*assist.*, Domanda frequente$/ })
  expect(await found.locator('.lc-suggestion-title mark').count()).toBe(0)
  expect(await found.locator('.lc-suggestion-phrasing mark').innerText()).toBe('assist')
  await context.close()
})

describe('in the language of the page', () => {
  test('titles, kinds and the count are German, and what is Italian says so and is read as Italian', async () => {
    const { page, context } = await visit('/portolieto?lang=de')
    await type(page, 'personal')
    await page.getByRole('listbox', { name: 'Vorschläge' }).waitFor()
    await page.getByRole('option', { name: 'Elektronischer Personalausweis in Portolieto , Dienst', exact: false }).waitFor()
    await page
      .getByRole('status')
      .getByText(/^Vorschläge: \d\. Wählen Sie mit den Pfeiltasten\.$/)
      .waitFor()
    await question(page).fill('')
    await type(page, 'imu')
    const italian = options(page).filter({ hasText: 'auf Italienisch' }).first()
    expect(await italian.locator('.lc-suggestion-title').getAttribute('lang')).toBe('it')
    await italian.click()
    expect(await page.getAttribute('html', 'lang')).toBe('de')
    await context.close()
  })
})

describe('a screen reader', () => {
  test('hears a combobox with a name, options with their kind, and how many there are', async () => {
    const { page, context } = await visit('/valdombra')
    const box = page.getByRole('combobox', { name: 'Scrivi la tua domanda' })
    expect(await box.getAttribute('aria-autocomplete')).toBe('list')
    expect(await box.getAttribute('aria-controls')).toBe(await page.locator('.lc-suggestions').getAttribute('id'))
    await type(page, 'matrimonio')
    await page.getByRole('listbox', { name: 'Suggerimenti' }).waitFor()
    await page.getByRole('option', { name: /^Pubblicazioni di matrimonio ?, Servizio$/ }).waitFor()
    await page.getByRole('option', { name: /^Matrimonio ?, Argomento · servizi: \d$/ }).waitFor()
    const heard = page.getByRole('status')
    await heard.getByText(/^Suggerimenti: \d\. Scegli con le frecce\.$/).waitFor()
    await question(page).fill('barca rossa')
    await heard.getByText('Nessun suggerimento. Premi Invio per cercare.').waitFor()
    await context.close()
  })
})

describe.each([1280, 360])('at %i px', (width) => {
  test('the open list keeps WCAG 2.2 AA, fits the screen and leaves the button free', async () => {
    const { page, context } = await visit('/valdombra', { bypassCSP: true, viewport: { width, height: 740 } })
    for (const text of ['carta', 'assistenza']) {
      await question(page).fill('')
      await type(page, text)
      await list(page).waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await examineWithAxe(page, 'all')).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      const [button, open] = await Promise.all([
        page.getByRole('button', { name: 'Cerca la risposta' }).boundingBox(),
        list(page).boundingBox(),
      ])
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(open?.y ?? 0)
      // Four lines at least are seen, and can be touched.
      expect((open?.y ?? 0) + 200).toBeLessThan(740)
    }
    await context.close()
  })
})

test('neither drafts nor texts of another Ente are suggested', async () => {
  const editor = await signInToPanel(
    system.backofficeUrl,
    'redazione@comune.valdombra.example',
    system.passwordOf('redazione@comune.valdombra.example'),
  )
  const drafted = await editor.send('POST', `/content-manager/collection-types/${sheetUid}?locale=it`, {
    title: 'Mongolfiere sopra il castello',
  })
  expect(drafted.status).toBe(201)
  const { page, context } = await visit('/valdombra')
  expect(await suggested(page, 'mongolfiere')).toEqual([])
  for (const text of ['portolieto', 'roccaserena'])
    for (const title of await suggested(page, text)) expect(title.toLowerCase()).not.toContain(text)
  // Where Valdombra has a sheet of its own, the federation’s is not beside it.
  const own = await suggested(page, 'mensa scolastica')
  expect(own.filter((title) => title === 'Mensa scolastica')).toHaveLength(1)
  await context.close()
})

test('without JavaScript the question is a plain search field of a plain form', async () => {
  const { page, context } = await visit('/valdombra', { javaScriptEnabled: false })
  expect(await page.getByRole('searchbox', { name: 'Scrivi la tua domanda' }).count()).toBe(1)
  expect(await page.locator('[role=listbox], [role=combobox], [role=status]').count()).toBe(0)
  await question(page).fill('Quanto costa la mensa scolastica?')
  await page.getByRole('button', { name: 'Cerca la risposta' }).click()
  await page.getByRole('heading', { name: 'Ecco la risposta' }).waitFor()
  await context.close()
})

describe('while the network fails', () => {
  test('nothing is shown, nothing is thrown, the server is left alone, and the question can be asked', async () => {
    const { page, context, faults } = await visit('/valdombra')
    let asked = 0
    await page.route('**/api/suggestions**', (route) => {
      asked += 1
      return route.abort()
    })
    await question(page).pressSequentially('carta d’identità', { delay: 40 })
    expect(asked).toBe(1)
    expect(await list(page).count()).toBe(0)
    // The browser itself notes a request that failed; the page adds nothing to it.
    expect(faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/risposte?q=**')
    await context.close()
  })

  test('an offline browser is not even asked to try', async () => {
    const { page, context, faults } = await visit('/valdombra')
    // Fonts and icons that are still on their way would fail too.
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await question(page).pressSequentially('carta', { delay: 40 })
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#q')?.value === 'carta')
    expect(await list(page).count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

test('an answer that comes late is not shown over a newer one', async () => {
  const { page, context, faults } = await visit('/valdombra')
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/api/suggestions**&q=ca', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const first = page.waitForRequest(/q=ca$/)
  await question(page).pressSequentially('ca')
  await first
  await type(page, 'rta')
  release()
  await list(page).waitFor()
  expect(await options(page).first().locator('mark').innerText()).toBe('Carta')
  expect(faults).toEqual([])
  await context.close()
})
