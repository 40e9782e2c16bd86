// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { connectBackOffice } from '../support/back-office.js'
import { signInToPanel } from '../support/panel.js'
import { enterPanel } from '../support/panel-browser.js'
import type { System } from '../support/system.js'

const operator = 'operatrice@lineacomune.example'
const editor = 'redazione@comune.valdombra.example'
const list = '/content-manager/collection-types/api::confirmed-question.confirmed-question'
const written = [
  {
    question: 'fototessera con gli occhiali, va bene per il documento',
    page: '/valdombra/servizi/carta-d-identita-elettronica-a-valdombra',
  },
  {
    question: 'documento scaduto in gita, come si rinnova prima di partire',
    page: '/valdombra/servizi/carta-d-identita-elettronica-a-valdombra',
  },
]

/** An answer that is remembered, at the desk; what was remembered, in the panel. */
export const confirmedTour = async (
  system: System,
  browser: Browser,
  shoot: (page: Page, name: string, grow?: (page: Page, longest: number) => Promise<void>) => Promise<void>,
  grow: (page: Page, longest: number) => Promise<void>,
): Promise<void> => {
  const call = connectBackOffice(Number(new URL(system.backofficeUrl).port), system.dataDir)
  const { number } = await call('createTicket', {
    submissionId: randomUUID(),
    ente: 'valdombra',
    locale: 'it',
    name: 'Carla Verdi',
    email: 'carla.verdi@posta.example',
    text: 'Buongiorno, sono Carla Verdi. Il lampione davanti alla scuola materna è spento da una settimana: chi lo ripara? Il mio numero è 333 1234567.',
    privacy: true,
  })
  const desk = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await desk.goto(`${system.url}/desk/richieste/${number}`)
  await desk.getByLabel('E-mail').fill(operator)
  await desk.getByLabel('Password').fill(system.passwordOf(operator))
  await desk.getByRole('button', { name: 'Accedi' }).click()
  await desk.getByRole('heading', { name: /^Richiesta LC/ }).waitFor()
  // Before its script has come the search leads to a page of its own.
  await desk.waitForLoadState('networkidle')
  await desk.getByLabel(/^Cerca la risposta/).fill('segnalare buche e lampioni spenti')
  await desk.getByRole('button', { name: 'Cerca' }).click()
  await desk.getByRole('button', { name: 'Inserisci nella risposta' }).first().click()
  await desk.getByLabel(/^Ricorda/).check()
  await desk.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
  })
  await shoot(desk, 'desk-remember')
  await desk.getByRole('button', { name: 'Invia la risposta' }).click()
  await desk.getByText('Risposta inviata al cittadino').waitFor()

  const session = await signInToPanel(system.backofficeUrl, editor, system.passwordOf(editor))
  for (const data of written) {
    const { body, text } = await session.send('POST', list, { language: 'it', ...data })
    if (body.data == null) throw new Error(text)
  }
  const panel = await enterPanel(browser, system, editor)
  await panel.open(list)
  await panel.page.getByText('fototessera').first().waitFor()
  await shoot(panel.page, 'panel-confirmed-list', grow)
}
