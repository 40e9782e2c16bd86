// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { startSystem, type System } from '../support/system.js'

const operator = 'operatrice@lineacomune.example'
const unknown = 'Sotto il ponte di ferro qualcuno ha lasciato una barca rossa piena d’acqua: chi la porta via?'

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

interface Sent {
  number: string
  code: string
  link: string
}

/** As the citizen, from the list of Enti to an answer. */
const askAndGetAnAnswer = async (page: Page): Promise<void> => {
  await page.goto(system.url)
  await page
    .getByRole('link', { name: /Valdombra/ })
    .first()
    .click()
  await page.getByLabel('Scrivi la tua domanda').fill('Quanto costa la mensa scolastica?')
  await page.getByRole('button', { name: 'Cerca la risposta' }).click()
  await page.getByRole('heading', { name: 'Ecco la risposta' }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain('5,40 €')
}

/** As the citizen, from a question that nobody can answer to a ticket. */
const askInVainAndWrite = async (page: Page, email: string): Promise<Sent> => {
  await page.goto(`${system.url}/valdombra`)
  await page.getByLabel('Scrivi la tua domanda').fill(unknown)
  await page.getByRole('button', { name: 'Cerca la risposta' }).click()
  await page.getByRole('heading', { name: 'Non abbiamo ancora una risposta pronta' }).waitFor()
  // The form is there already, with the question in it.
  expect(await page.getByLabel('La tua richiesta').inputValue()).toBe(unknown)
  await page.getByLabel('Nome e cognome').fill('Anna Maria Bianchi-Degli Esposti')
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  // Privacy was forgotten: the page says so, and what was typed is still there.
  await page.getByText('Controlla questi campi').waitFor()
  expect(await page.getByLabel('La tua richiesta').inputValue()).toBe(unknown)
  expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Anna Maria Bianchi-Degli Esposti')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/Ho letto l’informativa/).check()
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  await page.getByRole('heading', { name: 'Richiesta inviata' }).waitFor()
  const text = await page.getByRole('main').innerText()
  const link = (await page.locator('[data-ticket-link]').getAttribute('href')) ?? ''
  return {
    number: /LC-\d{4}-\d{6}-\d/.exec(text)?.[0] ?? '',
    code: /\b[0-9A-Z]{4}-?[0-9A-Z]{4}\b(?!-)/.exec(text.replace(/LC-[\d-]+/g, ''))?.[0] ?? '',
    link,
  }
}

/** As the operator, from the queue to the forwarding. */
const forwardAtDesk = async (page: Page, number: string): Promise<void> => {
  await page.goto(`${system.url}/desk`)
  await page.getByLabel('E-mail').fill(operator)
  await page.getByLabel('Password').fill(system.passwordOf(operator))
  await page.getByRole('button', { name: 'Accedi' }).click()
  await page.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain('barca rossa')
  await page.getByRole('button', { name: 'Inoltra', exact: true }).click()
  const offices = page.getByLabel('Ufficio', { exact: true })
  const office = await offices.locator('option', { hasText: 'tecnico' }).first().getAttribute('value')
  await offices.selectOption(office)
  await page.getByRole('button', { name: 'Inoltra la richiesta' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /inoltrat/i })
    .or(page.getByText(/inoltrata/i).first())
    .first()
    .waitFor()
}

/** As the office, with nothing but the mail. */
const answerFromTheMail = async (page: Page, number: string, answer: string): Promise<void> => {
  const mail = await mailTo(system.dataDir, 'tecnico@comune.valdombra.example', number)
  await page.goto(linkIn(mail, `${system.url}/inoltri/`))
  expect(await page.getByRole('main').innerText()).toContain('barca rossa')
  await page.getByText('Rispondi al cittadino').first().click()
  await page.getByLabel('Risposta per il cittadino').fill(answer)
  await page.getByLabel('Nome e cognome di chi risponde').locator('visible=true').fill('Geom. Mario Verdi')
  await page.getByRole('button', { name: 'Invia la risposta' }).click()
  await page.getByText('La risposta è stata inviata al cittadino').waitFor()
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the main job, the citizen %s', (_how, javaScriptEnabled) => {
  test('a question is answered; another becomes a ticket, is forwarded, answered from the mail, and read', async () => {
    const citizen = await openPage(browser, { javaScriptEnabled })
    const desk = await openPage(browser)
    const office = await openPage(browser, { javaScriptEnabled })
    const email = `anna-${String(javaScriptEnabled)}@posta.example`
    const answer = `La barca è nostra: la togliamo domani mattina. (${String(javaScriptEnabled)})`

    await askAndGetAnAnswer(citizen.page)
    const sent = await askInVainAndWrite(citizen.page, email)
    expect(sent.number).toMatch(/^LC-/)
    await mailTo(system.dataDir, email, `Richiesta ${sent.number} ricevuta`)
    await forwardAtDesk(desk.page, sent.number)
    await answerFromTheMail(office.page, sent.number, answer)

    if (javaScriptEnabled) {
      // The secret link, as it stands in the mail about the answer.
      const mail = await mailTo(system.dataDir, email, 'risposta')
      await citizen.page.goto(linkIn(mail, `${system.url}/valdombra/richieste/`))
    } else {
      await citizen.page.goto(`${system.url}/valdombra/richieste`)
      await citizen.page.getByLabel('Numero della richiesta').fill(sent.number)
      await citizen.page.getByLabel('Codice').fill(sent.code.toLowerCase())
      await citizen.page.getByRole('button', { name: 'Apri la richiesta' }).click()
    }
    await citizen.page.getByText(answer).waitFor()
    expect(await citizen.page.getByRole('main').innerText()).toContain('Risolta')

    // Not enough: the citizen writes again, and the request is open again.
    await citizen.page.getByLabel('Il tuo messaggio').fill('È ancora lì.')
    await citizen.page.getByRole('button', { name: 'Invia il messaggio' }).click()
    await citizen.page.getByText('È ancora lì.').first().waitFor()
    expect(await citizen.page.getByRole('main').innerText()).toContain('In lavorazione')

    expect([...citizen.faults, ...desk.faults, ...office.faults].filter((fault) => !fault.includes('status of 400'))).toEqual([])
    for (const { context } of [citizen, desk, office]) await context.close()
  })
})

test('a wrong key opens no ticket and says so kindly', async () => {
  const { page, context } = await openPage(browser)
  await page.goto(`${system.url}/valdombra/richieste`)
  await page.getByLabel('Numero della richiesta').fill('LC-2026-000001-1')
  await page.getByLabel('Codice').fill('AAAA-AAAA')
  await page.getByRole('button', { name: 'Apri la richiesta' }).click()
  await page.getByText('Numero o codice non corretti').first().waitFor()
  expect(await page.getByLabel('Numero della richiesta').inputValue()).toBe('LC-2026-000001-1')
  await context.close()
})
