// SPDX-License-Identifier: AGPL-3.0-or-later
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { startSystem, type System } from '../support/system.js'

const operator = 'operatrice@lineacomune.example'
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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

/** What is wrong with the page as it stands, wide and narrow: faults of WCAG 2.2 AA, and anything that makes it scroll sideways. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await page.evaluate(
      async ([source, tags]) => {
        // Evaluated by the test's own tool, past the page's content policy.
        new Function(source)()
        const { axe: run } = window as unknown as { axe: typeof axe }
        return run.run(document, { runOnly: tags })
      },
      [axe.source, levels] as const,
    )
    faults.push(...violations.map(({ id, nodes }) => `${page.url()} at ${String(width)}: ${id} (${nodes[0]?.html.slice(0, 120) ?? ''})`))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) faults.push(`${page.url()} at ${String(width)}: ${String(overflow)} px too wide`)
  }
  return faults
}

const anyoneCan = { bypassCSP: true } as const

describe('every page can be used by everybody', () => {
  test.each([
    ['/'],
    ['/valdombra'],
    ['/portolieto'],
    ['/valdombra?lang=en'],
    ['/valdombra/risposte?q=quanto+costa+la+carta+d’identità'],
    ['/valdombra/risposte?q=rifiuti'],
    ['/valdombra/risposte?q=astronave'],
    ['/valdombra/servizi'],
    ['/portolieto/servizi?q=xyzzy'],
    ['/valdombra/servizi/carta-d-identita-elettronica-a-valdombra'],
    ['/valdombra/domande'],
    ['/valdombra/uffici'],
    ['/valdombra/richieste'],
    ['/valdombra/note-legali'],
    ['/valdombra/privacy'],
    ['/nessuno'],
    ['/inoltri/inventato'],
    ['/desk/accesso'],
  ])('%s', async (path) => {
    const { page, context } = await openPage(browser, anyoneCan)
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(system.url)) foreign.push(request.url())
    })
    await page.goto(`${system.url}${path}`)
    expect(await faultsOf(page)).toEqual([])
    // Nothing is asked of anybody else.
    expect(foreign).toEqual([])
    await context.close()
  })

  test('the form with its faults, the confirmation, the signed link, the thread, and the desk', async () => {
    const { page, context } = await openPage(browser, anyoneCan)
    const faults: string[] = []
    const look = async (on = page): Promise<void> => void faults.push(...(await faultsOf(on)))
    await page.goto(`${system.url}/valdombra/richieste/nuova`)
    await page.getByRole('button', { name: 'Invia la richiesta' }).click()
    await page.getByText('Controlla questi campi').waitFor()
    await look()
    await page.getByLabel('La tua richiesta').fill('Il lampione è spento.')
    await page.getByLabel('Nome e cognome').fill('Anna')
    await page.getByLabel('E-mail').fill('axe@posta.example')
    await page.getByLabel(/Ho letto l’informativa/).check()
    await page.getByRole('button', { name: 'Invia la richiesta' }).click()
    await page.getByRole('heading', { name: 'Richiesta inviata' }).waitFor()
    await look()

    const desk = await openPage(browser, anyoneCan)
    await desk.page.goto(`${system.url}/desk`)
    await desk.page.getByLabel('E-mail').fill(operator)
    await desk.page.getByLabel('Password').fill(system.passwordOf(operator))
    await desk.page.getByRole('button', { name: 'Accedi' }).click()
    await desk.page.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()
    await look(desk.page)
    await desk.page.getByRole('link', { name: /lampione/ }).click()
    await desk.page.getByRole('button', { name: 'Inoltra', exact: true }).click()
    await look(desk.page)
    const offices = desk.page.getByLabel('Ufficio', { exact: true })
    await offices.selectOption(await offices.locator('option', { hasText: 'tecnico' }).first().getAttribute('value'))
    await desk.page.getByRole('button', { name: 'Inoltra la richiesta' }).click()
    const mail = await mailTo(system.dataDir, 'tecnico@comune.valdombra.example', 'Richiesta')
    await page.goto(linkIn(mail, `${system.url}/inoltri/`))
    await look()
    const received = await mailTo(system.dataDir, 'axe@posta.example', 'ricevuta')
    await page.goto(linkIn(received, `${system.url}/valdombra/richieste/`))
    await page.getByText('Il lampione è spento.').waitFor()
    await look()
    await desk.page.goto(`${system.url}/desk/consegne`)
    await look(desk.page)
    expect(faults).toEqual([])
    await desk.context.close()
    await context.close()
  })
})
