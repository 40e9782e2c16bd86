// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
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

interface Stop {
  name: string
  /** The same element gives the same mark. */
  mark: string
  seen: boolean
}

/** What has the focus: what it is called, and whether a person can see that it is there. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', mark: 'body', seen: true }
    const label = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.innerText : undefined
    const name = element.getAttribute('aria-label') ?? label ?? element.innerText
    const box = element.getBoundingClientRect()
    const rings = [element, ...['tr', 'article'].map((around) => element.closest(around))].filter((each) => each !== null)
    const ringed = rings.some((each) => {
      const { boxShadow, outlineStyle, outlineColor } = getComputedStyle(each)
      return boxShadow !== 'none' || (outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)')
    })
    const inSight = box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth && box.width > 1
    const mark = [...document.querySelectorAll('*')].indexOf(element)
    return { name: name.trim(), mark: String(mark), seen: inSight && ringed }
  })

/** Presses Tab until something of this name has the focus. Every stop on the way must be visible. */
const tabTo = async (page: Page, name: string | RegExp, most = 60): Promise<void> => {
  const passed: string[] = []
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    passed.push(stop.name)
    if (!stop.seen) throw new Error(`the focus cannot be seen on "${stop.name}" of ${page.url()}`)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
  }
  throw new Error(`Tab never came to ${String(name)} on ${page.url()}, but to:\n${passed.join('\n')}`)
}

const typeAt = async (page: Page, name: string | RegExp, text: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

/** Names from the first Tab until the focus leaves the page or comes back to where it began. */
const roundOf = async (page: Page): Promise<string[]> => {
  await page.keyboard.press('Tab')
  const first = await focused(page)
  const names = [first.name]
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.mark === first.mark || stop.mark === 'body') return names
    names.push(stop.name)
  }
  throw new Error(`the focus never leaves ${page.url()}`)
}

test('the first thing that Tab offers is to skip the header, and the next is the question', async () => {
  const { page, context } = await openPage(browser, { reducedMotion: 'reduce' })
  await page.goto(`${system.url}/valdombra`)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ name: 'Vai al contenuto', seen: true })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('Scrivi la tua domanda')
  await context.close()
})

test('a citizen asks, is answered, writes, mends the form, sends it and reads the request without a mouse', async () => {
  const { page, context, faults } = await openPage(browser, { reducedMotion: 'reduce' })
  await page.goto(system.url)
  await tabTo(page, /Valdombra/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/valdombra')

  await typeAt(page, 'Scrivi la tua domanda', 'Quanto costa la mensa scolastica?')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ecco la risposta' }).waitFor()
  await tabTo(page, /^Apri tra le domande frequenti|^Leggi la scheda completa/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/domande\?|servizi\//)
  expect(await page.getByRole('main').innerText()).toContain('5,40 €')
  await page.goBack()

  await typeAt(page, 'La tua domanda', '')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(unknown)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Non abbiamo ancora una risposta pronta' }).waitFor()

  await typeAt(page, /^Nome e cognome/, 'Anna Bianchi')
  await tabTo(page, 'Invia la richiesta')
  await page.keyboard.press('Enter')
  await page.getByText('Controlla questi campi').waitFor()
  // The page begins where the trouble is: at the list of what to mend, each a way to its field.
  expect((await focused(page)).name).toMatch(/^Controlla questi campi/)
  await tabTo(page, 'Privacy', 1)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Ho letto l’informativa/)
  await page.keyboard.press('Space')
  await tabTo(page, 'Invia la richiesta', 3)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Richiesta inviata' }).waitFor()

  await tabTo(page, 'Apri la tua richiesta')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Richiesta LC-/ }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain(unknown)

  await tabTo(page, 'Invia il messaggio')
  await page.keyboard.press('Enter')
  await page.getByText('Controlla questi campi').waitFor()
  expect((await focused(page)).name).toMatch(/^Controlla questi campi/)
  await tabTo(page, 'Il tuo messaggio', 1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('È ancora lì.')
  await tabTo(page, 'Invia il messaggio', 1)
  await page.keyboard.press('Enter')
  await page.getByText('Messaggio inviato.').waitFor()
  expect(await page.getByRole('main').innerText()).toContain('È ancora lì.')
  expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([])
  await context.close()
})

test('no page of the citizen holds the focus, and each can be left by its end', async () => {
  const { page, context } = await openPage(browser, { reducedMotion: 'reduce' })
  for (const where of [
    '',
    '/valdombra',
    `/valdombra/risposte?q=${encodeURIComponent(unknown)}`,
    '/valdombra/domande',
    '/valdombra/richieste',
  ]) {
    await page.goto(`${system.url}${where}`)
    const names = await roundOf(page)
    expect(names.length, where).toBeGreaterThan(3)
    expect(names, where).not.toContain('')
    // The trap for programs is none for people.
    expect(names, where).not.toContain('Lascia vuoto questo campo')
  }
  await context.close()
})

/** A request as the form sends it. */
const writeRequest = async (text: string): Promise<void> => {
  const body = new URLSearchParams({ submissionId: randomUUID(), text, name: 'Bruno Neri', privacy: 'on' })
  const response = await fetch(`${system.url}/valdombra/richieste/nuova`, { method: 'POST', body })
  expect(response.status).toBe(200)
}

test('an operator signs in, opens a request and forwards it without a mouse, and hears what became of it', async () => {
  const { page, context, faults } = await openPage(browser, { reducedMotion: 'reduce' })
  await writeRequest('Il lampione davanti alla scuola è spento.')
  await page.goto(`${system.url}/desk`)
  await typeAt(page, /^E-mail/, operator)
  await typeAt(page, /^Password/, 'non è questa')
  await page.keyboard.press('Enter')
  await page.getByText('E-mail o password non corrette.').waitFor()
  expect((await focused(page)).name).toBe('E-mail o password non corrette.')
  await typeAt(page, /^Password/, system.passwordOf(operator))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()

  await tabTo(page, /lampione/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Richiesta LC/ }).waitFor()
  // A page that changes without loading is read from its beginning all the same.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenuto')
  await tabTo(page, 'Inoltra')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Ufficio')
  await page.keyboard.type('Ufficio tecnico')
  await tabTo(page, 'Inoltra la richiesta')
  await page.keyboard.press('Enter')
  await page.getByText('La richiesta è stata inoltrata.').waitFor()
  await expect.poll(async () => (await focused(page)).name).toBe('La richiesta è stata inoltrata.')
  expect((await focused(page)).seen).toBe(true)
  expect(faults.filter((fault) => !/status of 40[01]/.test(fault))).toEqual([])
  await context.close()
})

test('an operator answers from a text and has it remembered without a mouse, and the next who asks nearly the same gets it', async () => {
  const { page, context, faults } = await openPage(browser, { reducedMotion: 'reduce' })
  const answer = async (q: string): Promise<string> =>
    (await fetch(`${system.url}/api/answers?ente=valdombra&q=${encodeURIComponent(q)}`)).text()
  const rephrased = 'chi viene a togliere un nido di vespe nel cortile della biblioteca'
  await writeRequest('Buongiorno, sono Bruno Neri. Nel cortile della biblioteca c’è un nido di vespe: chi viene a toglierlo?')
  expect(await answer(rephrased)).not.toContain('"probability":1,')
  await page.goto(`${system.url}/desk`)
  await typeAt(page, /^E-mail/, operator)
  await typeAt(page, /^Password/, system.passwordOf(operator))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Richieste', exact: true }).waitFor()
  await tabTo(page, /vespe/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Richiesta LC/ }).waitFor()
  await tabTo(page, /^Cerca la risposta/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('segnalare buche e lampioni spenti')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Inserisci nella risposta' }).first().waitFor()
  await tabTo(page, 'Inserisci nella risposta')
  await page.keyboard.press('Enter')
  await tabTo(page, /^Ricorda/)
  await page.keyboard.press('Space')
  await tabTo(page, 'Domanda da ricordare', 1)
  expect(await page.getByLabel('Domanda da ricordare').inputValue()).toBe(
    'Nel cortile della biblioteca c’è un nido di vespe: chi viene a toglierlo?',
  )
  await tabTo(page, 'Invia la risposta', 1)
  await page.keyboard.press('Enter')
  await page.getByText('Risposta inviata al cittadino').waitFor()
  await expect.poll(() => answer(rephrased), { timeout: 5000 }).toContain('"probability":1,')
  expect(faults).toEqual([])
  await context.close()
})
