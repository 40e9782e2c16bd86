// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { root, startSystem, type System } from '../support/system.js'
import { confirmedTour } from './confirmed-tour.js'
import { growToContent, panelTour } from './panel-tour.js'
import { questionsTour } from './questions-tour.js'

const folder = path.join(root, 'docs', 'screenshots')
const widths = [1280, 360] as const
const heightOf = (width: (typeof widths)[number]): number => (width === 360 ? 740 : 860)
/** Below this a page only repeats itself, and the pictures are kept in the repository. */
const longest = 2200
const operator = 'operatrice@lineacomune.example'
const questions = [
  'Sotto il ponte di ferro qualcuno ha lasciato una barca rossa piena d’acqua: chi la porta via?',
  'Nel parco di via dei Tessitori l’altalena per i bambini più piccoli ha una catena rotta da settimane e il recinto intorno è stato portato via dal vento. Chi devo avvisare?',
  'Il lampione numero 14 davanti alla scuola è spento.',
]

/** Every page of the tour, wide and narrow. */
const shoot = async (page: Page, name: string, grow?: (page: Page, longest: number) => Promise<void>): Promise<void> => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf(width) })
    await page.evaluate(() => document.fonts.ready)
    await grow?.(page, longest)
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.screenshot({
      path: path.join(folder, `${name}-${String(width)}.png`),
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(whole, longest) },
    })
  }
  await page.setViewportSize({ width: 1280, height: 860 })
}

const writeTicket = async (page: Page, url: string, question: string, name: string, email: string): Promise<void> => {
  await page.goto(`${url}/valdombra/richieste/nuova?q=${encodeURIComponent(question)}`)
  await page.getByLabel('Nome e cognome').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/Ho letto l’informativa/).check()
}

/** The list under a question that is being written: the beginning of a word, and one of its titles chosen. */
const suggestionsTour = async (system: System, browser: Browser): Promise<void> => {
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf(width) })
    await page.goto(`${system.url}/valdombra`)
    await page.evaluate(() => document.fonts.ready)
    await page.getByLabel('Scrivi la tua domanda').pressSequentially('assist', { delay: 60 })
    await page
      .getByRole('option', { name: /Argomento/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.screenshot({ path: path.join(folder, `suggestions-${String(width)}.png`) })
  }
}

const tour = async (system: System, browser: Browser): Promise<void> => {
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  const visit = async (where: string, name: string): Promise<void> => {
    await page.goto(`${system.url}${where}`)
    await shoot(page, name)
  }
  await visit('/', 'enti')
  await visit('/valdombra', 'home')
  await visit('/portolieto', 'home-portolieto')
  await visit('/valdombra/risposte?q=Quanto+costa+la+mensa+scolastica%3F', 'answer')
  await visit('/valdombra/risposte?q=Come+prenoto+il+ritiro+degli+ingombranti%3F', 'answer-sheet')
  await visit('/valdombra/risposte?q=telefono+rifiuti+ingombranti', 'answer-contacts')
  await visit('/valdombra/risposte?q=carta+d’identità', 'choice')
  await visit(`/valdombra/risposte?q=${encodeURIComponent(questions[0] ?? '')}`, 'none')
  await visit('/valdombra/servizi', 'services')
  await visit('/valdombra/servizi/carta-d-identita-elettronica-a-valdombra', 'sheet')
  await visit('/valdombra/domande', 'faqs')
  await visit('/valdombra/uffici', 'offices')
  await visit('/valdombra/uffici/servizi-demografici', 'office')

  await page.goto(`${system.url}/valdombra/richieste/nuova`)
  await page.getByLabel('E-mail').fill('anna@')
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  await page.getByText('Controlla questi campi').waitFor()
  await shoot(page, 'ticket-form-errors')
  for (const [index, question] of questions.entries()) {
    await writeTicket(
      page,
      system.url,
      question,
      ['Anna Maria Bianchi-Degli Esposti', 'Bruno Neri', 'Carla Verdi'][index] ?? '',
      `cittadino-${String(index)}@posta.example`,
    )
    if (index === 0) await shoot(page, 'ticket-form')
    await page.getByRole('button', { name: 'Invia la richiesta' }).click()
    await page.getByRole('heading', { name: 'Richiesta inviata' }).waitFor()
  }
  await shoot(page, 'ticket-sent')

  const desk = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await desk.goto(`${system.url}/desk`)
  await shoot(desk, 'desk-sign-in')
  await desk.getByLabel('E-mail').fill(operator)
  await desk.getByLabel('Password').fill(system.passwordOf(operator))
  await desk.getByRole('button', { name: 'Accedi' }).click()
  await desk.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()
  await desk.getByRole('link', { name: /barca rossa/ }).click()
  await desk.getByRole('button', { name: 'Inoltra', exact: true }).click()
  const offices = desk.getByLabel('Ufficio', { exact: true })
  await offices.selectOption(await offices.locator('option', { hasText: 'tecnico' }).first().getAttribute('value'))
  await shoot(desk, 'desk-forward')
  await desk.getByRole('button', { name: 'Inoltra la richiesta' }).click()

  const mail = await mailTo(system.dataDir, 'tecnico@comune.valdombra.example', 'Richiesta')
  await page.goto(linkIn(mail, `${system.url}/inoltri/`))
  await page.getByText('Rispondi al cittadino').first().click()
  await shoot(page, 'ente-link')
  await page
    .getByLabel('Risposta per il cittadino')
    .fill('Buongiorno, la barca è nostra: la portiamo via domani mattina, prima delle 10. Grazie della segnalazione.')
  await page.getByLabel('Nome e cognome di chi risponde').locator('visible=true').fill('Geom. Mario Verdi')
  await page.getByRole('button', { name: 'Invia la risposta' }).click()
  const told = await mailTo(system.dataDir, 'cittadino-0@posta.example', 'risposta')
  await page.goto(linkIn(told, `${system.url}/valdombra/richieste/`))
  await page.getByText('la barca è nostra').waitFor()
  await shoot(page, 'ticket')

  await desk.goto(`${system.url}/desk/richieste?stato=all`)
  await shoot(desk, 'desk')
  await desk.getByRole('link', { name: /barca rossa/ }).click()
  await desk.getByText('la barca è nostra').first().waitFor()
  await shoot(desk, 'desk-ticket')
  await desk.goto(`${system.url}/desk/consegne`)
  await shoot(desk, 'desk-deliveries')
  await desk
    .getByRole('link', { name: /risposta/ })
    .first()
    .click()
  await desk.getByText('la barca è nostra').first().waitFor()
  await shoot(desk, 'desk-delivery')
  await desk.goto(`${system.url}/desk/richieste?stato=closed`)
  await shoot(desk, 'desk-empty')
}

fs.mkdirSync(folder, { recursive: true })
const system = await startSystem()
const browser = await openBrowser()
const tours = {
  citizens: () => tour(system, browser),
  suggestions: () => suggestionsTour(system, browser),
  questions: () => questionsTour(system, browser, shoot, growToContent),
  confirmed: () => confirmedTour(system, browser, shoot, growToContent),
  panel: () => panelTour(system, browser, shoot),
}
// `npm run screenshots -- panel` takes those of the panel only.
const [only] = process.argv.slice(2)
try {
  for (const [name, take] of Object.entries(tours)) if (only === undefined || only === name) await take()
} finally {
  await browser.close()
  await system.stop()
  system.cleanUp()
}
process.exit()
