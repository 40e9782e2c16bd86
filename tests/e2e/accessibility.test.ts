// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examineWithAxe } from '../support/axe.js'
import { openBrowser, openPage } from '../support/browser.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { startSystem, type System } from '../support/system.js'

const widths = [1280, 360] as const
const operator = 'operatrice@lineacomune.example'
const unknown = 'Sotto il ponte di ferro qualcuno ha lasciato una barca rossa piena d’acqua: chi la porta via?'

let system: System
let browser: Browser
beforeAll(async () => {
  // Twice the tour in a minute: each Ente's citizen has an address of their own, as in life.
  system = await startSystem({ env: { TRUSTED_PROXIES: '1' } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  system.cleanUp()
})

interface Visitor {
  page: Page
  context: BrowserContext
  faults: string[]
  /** Requests that left our own origin. */
  strayed: string[]
}

/**
 * Somebody whose browser notes every address that is not ours. The policy is off for the examiner's sake: axe is put into the page
 * as a script. Motion is off too: a colour on its way to another has a contrast that nobody reads.
 */
const visitor = async (address: string): Promise<Visitor> => {
  const opened = await openPage(browser, { reducedMotion: 'reduce', bypassCSP: true, extraHTTPHeaders: { 'x-forwarded-for': address } })
  const strayed: string[] = []
  opened.context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && new URL(url).origin !== system.url) strayed.push(url)
  })
  return { ...opened, strayed }
}

/** What is wrong with the page as it stands, wide and narrow. */
const examine = async (page: Page, name: string): Promise<string[]> => {
  const wrong: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    wrong.push(...(await examineWithAxe(page)).map((fault) => `${name} at ${String(width)} px: ${fault}`))
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wider > 0) wrong.push(`${name} at ${String(width)} px is ${String(wider)} px too wide`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return wrong
}

const examineAt = async (page: Page, where: string, name: string): Promise<string[]> => {
  await page.goto(`${system.url}${where}`)
  return examine(page, name)
}

const question = (q: string): string => `/risposte?q=${encodeURIComponent(q)}`

/** From the empty form with its errors to the confirmation; answers with what is wrong on the way. */
const writeTicket = async (page: Page, ente: string, email: string): Promise<string[]> => {
  await page.goto(`${system.url}/${ente}/richieste/nuova`)
  await page.getByLabel('E-mail').fill('anna@')
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  await page.getByText('Controlla questi campi').waitFor()
  const wrong = await examine(page, 'ticket form with errors')
  await page.getByLabel('La tua richiesta').fill(unknown)
  await page.getByLabel('Nome e cognome').fill('Anna Maria Bianchi-Degli Esposti')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/Ho letto l’informativa/).check()
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  await page.getByRole('heading', { name: 'Richiesta inviata' }).waitFor()
  return [...wrong, ...(await examine(page, 'ticket sent'))]
}

const signIn = async (page: Page): Promise<string[]> => {
  const wrong = await examineAt(page, '/desk', 'desk sign-in')
  await page.getByLabel('E-mail').fill(operator)
  await page.getByLabel('Password').fill(system.passwordOf(operator))
  await page.getByRole('button', { name: 'Accedi' }).click()
  await page.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()
  return wrong
}

/** To the first office of the ticket's Ente that can be reached; answers with its address. */
const forward = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Inoltra', exact: true }).click()
  const offices = page.getByLabel('Ufficio', { exact: true })
  await offices.selectOption(await offices.locator('option:not([disabled])').first().getAttribute('value'))
  const address = /\S+@\S+/.exec(await page.locator('#office-channel').innerText())?.[0] ?? ''
  await page.getByRole('button', { name: 'Inoltra la richiesta' }).click()
  await page.getByText('La richiesta è stata inoltrata').waitFor()
  return address
}

const enti = [
  { ente: 'valdombra', address: '192.0.2.1', answered: 'Quanto costa la mensa scolastica?', choice: 'carta d’identità' },
  { ente: 'portolieto', address: '192.0.2.2', answered: 'Come rinnovo la carta d’identità?', choice: 'carta d’identità' },
]

describe.each(enti)('the pages of $ente', ({ ente, address, answered, choice }) => {
  const first = async (page: Page, list: string): Promise<string> => {
    await page.goto(`${system.url}/${ente}/${list}`)
    return (await page.locator(`main a[href^="/${ente}/${list}/"]`).first().getAttribute('href')) ?? ''
  }

  test('have nothing that a standard forbids, fit a narrow screen, and ask nobody else for anything', async () => {
    const citizen = await visitor(address)
    const { page } = citizen
    const wrong = [
      ...(await examineAt(page, `/${ente}`, 'home')),
      ...(await examineAt(page, `/${ente}${question(answered)}`, 'answer')),
      ...(await examineAt(page, `/${ente}${question(choice)}`, 'choice')),
      ...(await examineAt(page, `/${ente}${question(unknown)}`, 'none')),
      ...(await examineAt(page, `/${ente}/servizi`, 'services')),
      ...(await examineAt(page, await first(page, 'servizi'), 'sheet')),
      ...(await examineAt(page, `/${ente}/domande`, 'faqs')),
      ...(await examineAt(page, `/${ente}/uffici`, 'offices')),
      ...(await examineAt(page, await first(page, 'uffici'), 'office')),
      ...(await examineAt(page, `/${ente}/richieste`, 'open a ticket')),
    ]
    expect(wrong).toEqual([])
    expect(citizen.strayed).toEqual([])
    expect(citizen.faults).toEqual([])
    await citizen.context.close()
  })

  test('do so from the form to the answer, for the citizen, the desk and the office', async () => {
    const citizen = await visitor(address)
    const desk = await visitor(address)
    const office = await visitor(address)
    const email = `anna@${ente}.example`
    const wrong = await writeTicket(citizen.page, ente, email)
    const number = /LC-[\d-]+\d/.exec(await citizen.page.getByRole('main').innerText())?.[0] ?? ''
    await citizen.page.getByRole('link', { name: 'Apri la tua richiesta' }).click()
    await citizen.page.getByRole('heading', { name: 'Conversazione' }).waitFor()
    wrong.push(...(await examine(citizen.page, 'ticket thread')))

    wrong.push(...(await signIn(desk.page)), ...(await examine(desk.page, 'queue')))
    await desk.page.getByRole('link', { name: new RegExp(number) }).click()
    await desk.page.getByRole('heading', { name: /Richiesta LC/ }).waitFor()
    wrong.push(...(await examine(desk.page, 'desk ticket')))
    const officeAddress = await forward(desk.page)
    wrong.push(...(await examine(desk.page, 'forwarded desk ticket')), ...(await examineAt(desk.page, '/desk/consegne', 'deliveries')))

    const mail = await mailTo(system.dataDir, officeAddress, number)
    await office.page.goto(linkIn(mail, `${system.url}/inoltri/`))
    await office.page.getByText('Rispondi al cittadino').first().click()
    wrong.push(...(await examine(office.page, 'signed link')))

    expect(wrong).toEqual([])
    expect([...citizen.strayed, ...desk.strayed, ...office.strayed]).toEqual([])
    const faults = [...citizen.faults, ...desk.faults, ...office.faults]
    // The form was sent with errors on purpose.
    expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([])
    for (const { context } of [citizen, desk, office]) await context.close()
  })
})
