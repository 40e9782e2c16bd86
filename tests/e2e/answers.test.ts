// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faqUid } from '../probes/uids.js'
import { openBrowser, openPage } from '../support/browser.js'
import { enterPanel } from '../support/panel-browser.js'
import { startSystem, type System } from '../support/system.js'

const editor = 'redazione@comune.valdombra.example'

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

const ask = async (page: Page, q: string): Promise<void> => {
  await page.goto(`${system.url}/valdombra`)
  await page.getByLabel('Scrivi la tua domanda').fill(q)
  await page.getByRole('button', { name: 'Cerca la risposta' }).click()
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a question, %s,', (_how, javaScriptEnabled) => {
  const open = () => openPage(browser, { javaScriptEnabled })

  test('is answered by the section that says it, and a yes is thanked', async () => {
    const { page, faults, context } = await open()
    await ask(page, 'Quanto costa la mensa scolastica?')
    await heading(page, 'Ecco la risposta').waitFor()
    expect(await page.getByRole('main').innerText()).toContain('5,40 €')
    await page.getByRole('button', { name: 'Sì, grazie' }).click()
    await heading(page, 'Grazie di avercelo detto').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('that was answered badly leads to a person, with the question already in the form', async () => {
    const { page, faults, context } = await open()
    const q = 'Quanto costa la mensa scolastica?'
    await ask(page, q)
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await heading(page, 'Allora ti risponde una persona').waitFor()
    expect(await page.getByLabel('La tua richiesta').inputValue()).toBe(q)
    expect(faults).toEqual([])
    await context.close()
  })

  test('that may mean several things offers a choice, and the page that is chosen asks whether it answered', async () => {
    const { page, faults, context } = await open()
    await ask(page, 'carta identità')
    await heading(page, 'Forse cerchi una di queste risposte').waitFor()
    const choices = page.locator('.lc-choice a')
    expect(await choices.count()).toBeGreaterThan(1)
    await choices.first().click()
    await page.getByText('Questa risposta ti ha aiutato?').waitFor()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await heading(page, 'Allora ti risponde una persona').waitFor()
    expect(await page.getByLabel('La tua richiesta').inputValue()).toBe('carta identità')
    expect(faults).toEqual([])
    await context.close()
  })

  test('that nobody answers becomes a request', async () => {
    const { page, faults, context } = await open()
    await ask(page, 'Il mio drago di famiglia può volare sopra il municipio?')
    await heading(page, 'Non abbiamo ancora una risposta pronta').waitFor()
    await page.getByLabel('Nome e cognome').fill('Anna Bianchi')
    await page.getByLabel('E-mail').fill('anna@posta.example')
    await page.getByLabel(/Ho letto l’informativa/).check()
    await page.getByRole('button', { name: 'Invia la richiesta' }).click()
    await heading(page, 'Richiesta inviata').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

test('where the Ente is silent, the page of another is named as such', async () => {
  const { page, faults, context } = await openPage(browser)
  await page.goto(`${system.url}/valdombra/risposte?q=${encodeURIComponent('devo fare il tesserino dei funghi')}`)
  await page.getByRole('heading', { name: 'Un altro ente ha una pagina su questo' }).waitFor()
  expect(await page.locator('.lc-notice').innerText()).toContain('Comune di Roccaserena')
  expect(faults).toEqual([])
  await context.close()
})

test('a question without an answer is on the editor’s list until a text of the Ente answers it', async () => {
  const citizen = await openPage(browser)
  const question = 'Posso adottare una panchina del lungolago con una targhetta?'
  await ask(citizen.page, question)
  await heading(citizen.page, 'Non abbiamo ancora una risposta pronta').waitFor()

  const { page, faults, open } = await enterPanel(browser, system, editor)
  const card = page.getByRole('region').filter({ hasText: question })
  await expect
    .poll(async () => {
      await open('/linea-comune/domande-senza-risposta')
      await page.getByLabel('Mostra').waitFor()
      return card.count()
    })
    .toBe(1)
  await card.getByRole('button', { name: /^Scrivi la risposta/ }).click()
  await page.waitForURL(new RegExp(`${faqUid}/`))
  expect(await page.locator('input[name=question]').inputValue()).toBe(question)
  await page.locator('.CodeMirror').first().click()
  await page.keyboard.type('Sì: la panchina si adotta con una domanda all’ufficio tecnico e una targhetta di 10 centimetri.')
  await page.getByRole('button', { name: 'Pubblica', exact: true }).click()

  await expect
    .poll(async () => {
      await ask(citizen.page, question)
      return citizen.page.locator('h1').innerText()
    })
    .toBe('Ecco la risposta')
  await open('/linea-comune/domande-senza-risposta?stato=settled')
  await card.waitFor()
  await open('/linea-comune/domande-senza-risposta')
  await page.getByLabel('Mostra').waitFor()
  expect(await card.count()).toBe(0)
  expect(citizen.faults).toEqual([])
  // The panel asks what an editor may not know, and says so in the console.
  expect(faults.filter((fault) => !fault.includes('status of 403'))).toEqual([])
})
