// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sheetUid } from '../probes/uids.js'
import { openBrowser, openPage } from '../support/browser.js'
import { enterPanel, signIn, type PanelPerson } from '../support/panel-browser.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

const publisher = 'redazione@comune.valdombra.example'
const writer = 'bozze@comune.valdombra.example'
const sheets = `/content-manager/collection-types/${sheetUid}`

// Two people in a large application.
vi.setConfig({ testTimeout: 120_000 })

let system: System
let browser: Browser
let session: PanelSession
let her: PanelPerson
let him: PanelPerson
beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
  session = await signInToPanel(system.backofficeUrl, publisher, system.passwordOf(publisher))
  her = await enterPanel(browser, system, publisher)
  him = await enterPanel(browser, system, writer)
})
afterEach(() => {
  // A refusal is an answer here; Strapi's pages ask for things that an editor's role does not open.
  const faults = [her, him].flatMap((person) => person.faults.splice(0))
  expect(faults.filter((fault) => !/status of 40[0349]/.test(fault))).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  system.cleanUp()
})

const write = async (data: Record<string, unknown>, where = ''): Promise<string> => {
  const { status, body, text } = await session.send('POST', `${sheets}${where}?locale=it`, data)
  if (status >= 300) throw new Error(text)
  return (body.data as { documentId: string }).documentId
}

/** A sheet without an office is not published. */
const someOffice = async (): Promise<{ connect: { documentId: string }[] }> => {
  const { body } = await session.send('GET', '/content-manager/collection-types/api::office.office?pageSize=1')
  return { connect: (body as unknown as { results: { documentId: string }[] }).results.map(({ documentId }) => ({ documentId })) }
}

const openSheet = async ({ page, open }: PanelPerson, documentId: string): Promise<void> => {
  await open(`${sheets}/${documentId}`)
  await page.locator('input[name=title]').waitFor()
}
const titleIn = (page: Page) => page.locator('input[name=title]')
const summaryIn = (page: Page) => page.locator('textarea[name=summary]')
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Salva', exact: true }).click()
}
const saved = async (page: Page): Promise<void> => {
  await save(page)
  await page.getByRole('button', { name: 'Salva', exact: true, disabled: true }).waitFor()
}

const isOf =
  (documentId: string) =>
  ({ pathname }: URL): boolean =>
    pathname === `${sheets}/${documentId}`

/** The next draft comes too late for the access token. */
const expireWhileSaving = async (page: Page, documentId: string): Promise<void> => {
  let expired = false
  await page.route(isOf(documentId), async (route) => {
    if (expired || route.request().method() !== 'PUT') return route.fallback()
    expired = true
    await route.fulfill({ status: 401, json: { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'Too late' } } })
  })
}

/** Saves, and waits until the content manager has read the stored text again and nothing is left to save. */
const savedAndReadAgain = async (page: Page, documentId: string): Promise<void> => {
  const answer = (method: string) =>
    page.waitForResponse((response) => response.ok() && response.request().method() === method && isOf(documentId)(new URL(response.url())))
  const stored = answer('PUT').then(() => answer('GET'))
  await save(page)
  await stored
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Salva', exact: true, disabled: true }).waitFor({ timeout: 5_000 })
}

describe('who writes a sheet', () => {
  test('finds the sections in the order of the Modello Comuni, and nothing that the system writes', async () => {
    await openSheet(her, await write({ title: 'Orti urbani' }))
    const names = await until('the whole form', async () => {
      const labels = await her.page.locator('form label').allInnerTexts()
      const shown = labels.map((label) =>
        label
          .replace(/[*\n].*/s, '')
          .replace(/ \(\d+\)$/, '')
          .trim(),
      )
      return shown.includes('Da rivedere entro') && shown
    })
    expect(names.slice(0, 2)).toEqual(['Titolo', 'Descrizione breve'])
    const order = ['A chi è rivolto', 'Come fare', 'Cosa serve', 'Cosa si ottiene', 'Tempi e scadenze', 'Costi', 'Accedi al servizio']
    expect(names.filter((name) => order.includes(name))).toEqual(order)
    for (const unwanted of ['Codice dell’Ente', 'revision', 'Completezza', 'Modello seguito', 'contentHash'])
      expect(names).not.toContain(unwanted)
  })

  test('loses no link to an office when the back office refuses the rest', async () => {
    const { page } = her
    const documentId = await write({ title: 'Casa dei libri' })
    await openSheet(her, documentId)
    const offices = page.getByRole('combobox', { name: 'Uffici competenti' })
    await offices.click()
    await page.getByRole('option').first().click()
    await titleIn(page).fill('Casa dei libri: dove si trova, quando apre, chi può entrare e chi la tiene aperta')
    await save(page)
    await page.getByText('caratteri: al massimo 60.').first().waitFor()
    await page.waitForLoadState('networkidle')
    await titleIn(page).fill('Casa dei libri di quartiere')
    await saved(page)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect(body.data).toMatchObject({ title: 'Casa dei libri di quartiere', offices: { count: 1 } })
  })

  test('loses nothing when the back office refuses what was written, and reads why', async () => {
    const { page } = her
    await openSheet(her, await write({ title: 'Casa dell’acqua' }))
    const tooLong = 'Casa dell’acqua: dove si trova, come si usa, quanto costa e chi la tiene pulita'
    await titleIn(page).fill(tooLong)
    await summaryIn(page).fill('Acqua fresca e frizzante.')
    await save(page)
    await page
      .getByText(`Il titolo è di ${String(tooLong.length)} caratteri: al massimo 60.`)
      .first()
      .waitFor()
    // After the content manager has read the stored text again.
    await page.waitForLoadState('networkidle')
    expect([await titleIn(page).inputValue(), await summaryIn(page).inputValue()]).toEqual([tooLong, 'Acqua fresca e frizzante.'])
    await titleIn(page).fill('Casa dell’acqua: come si usa')
    await saved(page)
    await page.reload()
    await titleIn(page).waitFor()
    expect(await summaryIn(page).inputValue()).toBe('Acqua fresca e frizzante.')
  })

  test('goes on writing when the access token has expired while saving', async () => {
    const { page } = her
    const documentId = await write({ title: 'Noleggio sale' })
    await openSheet(her, documentId)
    await expireWhileSaving(page, documentId)
    await summaryIn(page).fill('Sale a ore.')
    const [refreshed] = await Promise.all([page.waitForResponse(/\/admin\/access-token$/), savedAndReadAgain(page, documentId)])
    expect(refreshed.status()).toBe(200)
    await titleIn(page).fill('Noleggio sale comunali')
    await savedAndReadAgain(page, documentId)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect(body.data).toMatchObject({ title: 'Noleggio sale comunali', summary: 'Sale a ore.', revision: 3 })
    expect(her.faults.splice(0).filter((fault) => !fault.includes('status of 403'))).toEqual([expect.stringContaining('status of 401')])
  })

  test('finds the text again after signing in, when the session was over while saving', async () => {
    const { page } = him
    const documentId = await write({ title: 'Parcheggio rosa' })
    await openSheet(him, documentId)
    await page.context().clearCookies({ name: /^strapi_admin_refresh/ })
    await expireWhileSaving(page, documentId)
    await summaryIn(page).fill('Vicino al Municipio.')
    await save(page)
    await signIn(page, system, writer)
    // Not by its address: what is not stored lives as long as the page.
    await page.evaluate('history.go(-2)')
    await until('the text', async () => (await summaryIn(page).inputValue()) === 'Vicino al Municipio.')
    await saved(page)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect(body.data).toMatchObject({ summary: 'Vicino al Municipio.', revision: 2 })
    expect(him.faults.splice(0).filter((fault) => !/status of 40[13]/.test(fault))).toEqual([])
  })

  test('is told by name what is missing before citizens can read it', async () => {
    const { page } = her
    await openSheet(her, await write({ title: 'Tessera della piscina', howTo: 'Vieni in piscina.' }))
    await page.getByText('Da completare', { exact: true }).waitFor()
    await page.getByText('Per pubblicare: A chi è rivolto, Cosa serve, Cosa si ottiene, Tempi e scadenze, Uffici competenti.').waitFor()
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click()
    await page.getByText('Per pubblicare manca ancora: A chi è rivolto').first().waitFor()
  })

  test('writes lists one to a line', async () => {
    const { page } = her
    const documentId = await write({ title: 'Bicibus' })
    await openSheet(her, documentId)
    await page.locator('textarea[name=keywords]').fill('pedibus\n\n a scuola in bici \n')
    await saved(page)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect((body.data as { keywords: string[] }).keywords).toEqual(['pedibus', 'a scuola in bici'])
  })

  test('sees the citizen’s page of a draft before anybody else does', async () => {
    const { page } = her
    await openSheet(her, await write({ title: 'Mercato coperto', howTo: 'Chiedi un banco all’ufficio commercio.' }))
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Anteprima', exact: true }).click()])
    await tab.getByText('Anteprima di una bozza').waitFor()
    expect(await tab.locator('main').innerText()).toContain('Chiedi un banco all’ufficio commercio.')
    const address = tab.url()
    await tab.close()
    // Nobody else shows it, and a longer address is one that does not exist.
    for (const other of [address.replace('/valdombra/', '/portolieto/'), address.replace('/anteprima/', `/anteprima/${'a'.repeat(400)}`)])
      expect((await fetch(other)).status, other).toBe(404)
    expect((await fetch(`${system.url}/valdombra/servizi/mercato-coperto`)).status).toBe(404)
  })
})

describe('two people on one sheet', () => {
  const start = async (title: string): Promise<string> => {
    const documentId = await write({ title, summary: 'Com’era.' })
    await openSheet(her, documentId)
    await openSheet(him, documentId)
    return documentId
  }

  test('who saves second is offered both texts, and keeps what only one of them changed', async () => {
    const documentId = await start('Sala prove')
    await summaryIn(him.page).fill('Per i gruppi del Comune.')
    await him.page.locator('textarea[name=inactiveReason]').fill('Chiusa in agosto.')
    await saved(him.page)

    const { page } = her
    await summaryIn(page).fill('Per chi suona.')
    await titleIn(page).fill('Sala prove comunale')
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'Avete scritto in due' })
    await dialog.getByText('Elio Redattore ha salvato questa pagina').waitFor()
    await dialog.getByText('Ha cambiato «Perché non è attivo»: lo trovi già nella pagina.').waitFor()
    await dialog.getByText('Le tue modifiche a «Titolo» restano.').waitFor()
    for (const text of ['Per chi suona.', 'Per i gruppi del Comune.']) await dialog.getByText(text).waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Continua a scrivere' }).click()
    await dialog.getByText('Scegli quale testo tenere.').waitFor()
    await dialog.getByLabel('Li metto uno sotto l’altro, poi li unisco io').click()
    await dialog.getByRole('button', { name: 'Continua a scrivere' }).click()
    await dialog.waitFor({ state: 'detached' })

    expect(await summaryIn(page).inputValue()).toBe('Per i gruppi del Comune.\n\nPer chi suona.')
    await summaryIn(page).fill('Per chi suona, nei gruppi del Comune.')
    await saved(page)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect(body.data).toMatchObject({
      title: 'Sala prove comunale',
      summary: 'Per chi suona, nei gruppi del Comune.',
      inactiveReason: 'Chiusa in agosto.',
    })
  })

  test('who saves second is offered both texts also when the other one saves once more meanwhile', async () => {
    const documentId = await start('Biblioteca di quartiere')
    await summaryIn(him.page).fill('Aperta di mattina.')
    await saved(him.page)

    const { page } = her
    let readAgain = (): void => undefined
    const savedOnceMore = new Promise<void>((resolve) => (readAgain = resolve))
    await page.route(isOf(documentId), async (route) => {
      if (route.request().method() === 'GET') await savedOnceMore
      await route.fallback()
    })
    await summaryIn(page).fill('Aperta di sera.')
    const [refused] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'PUT'), save(page)])
    expect(refused.status()).toBe(409)
    const elio = await signInToPanel(system.backofficeUrl, writer, system.passwordOf(writer))
    const { status, text } = await elio.send('PUT', `${sheets}/${documentId}?locale=it`, { summary: 'Aperta tutto il giorno.' })
    expect(status, text).toBe(200)
    readAgain()

    const dialog = page.getByRole('dialog', { name: 'Avete scritto in due' })
    for (const words of ['Aperta di sera.', 'Aperta tutto il giorno.']) await dialog.getByText(words).waitFor()
    await dialog.getByLabel('Tengo il mio').click()
    await dialog.getByRole('button', { name: 'Continua a scrivere' }).click()
    await dialog.waitFor({ state: 'detached' })
    await saved(page)
    const { body } = await session.send('GET', `${sheets}/${documentId}?locale=it`)
    expect(body.data).toMatchObject({ summary: 'Aperta di sera.', revision: 4 })
    await page.unrouteAll()
  })

  test('by keyboard, on a telephone', async () => {
    await start('Pista ciclabile')
    await summaryIn(him.page).fill('Il suo.')
    await saved(him.page)
    const { page } = her
    await page.setViewportSize({ width: 360, height: 740 })
    await summaryIn(page).fill('Il mio.')
    await save(page)
    await page.getByRole('dialog', { name: 'Avete scritto in due' }).waitFor()
    await page.getByLabel('Tengo il suo').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Continua a scrivere' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await summaryIn(page).inputValue()).toBe('Il suo.')
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

test('lists show state, completeness, languages, and what is to be reviewed', async () => {
  const enough = { audience: 'Tutti.', howTo: 'Così.', needed: 'Niente.', outcome: 'Tutto.', times: 'Subito.' }
  const documentId = await write(
    { title: 'Aaa da rivedere', ...enough, reviewBy: '2020-01-31', offices: await someOffice() },
    '/actions/publish',
  )
  for (const [method, action] of [
    ['PUT', ''],
    ['POST', '/actions/publish'],
  ] as const) {
    const { status, text } = await session.send(method, `${sheets}/${documentId}${action}?locale=en`, { title: 'Aaa to review', ...enough })
    expect(status, text).toBe(200)
  }
  await write({ title: 'Aaa da rivedere', ...enough, howTo: 'In un altro modo.' }, `/${documentId}/actions/publish`)

  await her.open(`${sheets}?sort=title:ASC`)
  const row = her.page.getByRole('row', { name: /Aaa da rivedere/ })
  await row.waitFor()
  const text = await row.innerText()
  for (const words of ['Pubblicabile', 'Da rivedere dal 31 gennaio 2020', 'en, it', 'Pubblicato'])
    expect(text).toMatch(new RegExp(words, 'i'))
  await her.open(`${sheets}?sort=title:ASC&plugins[i18n][locale]=en`)
  await her.page
    .getByRole('row', { name: /Aaa to review/ })
    .getByText('Traduzione da rivedere')
    .waitFor()
})

test('a text that nobody has reviewed in time says so wherever a citizen reads it', async () => {
  const sections = {
    audience: 'Chi studia in città.',
    howTo: 'Chiedi il tesserino alla funivia.',
    needed: 'Una foto.',
    outcome: 'Il tesserino.',
  }
  for (const [title, reviewBy] of [
    ['Tesserino per la funivia storica', '2020-01-31'],
    ['Abbonamento alla slittovia', '2099-01-31'],
  ])
    await write({ title, ...sections, times: 'Subito.', reviewBy, offices: await someOffice() }, '/actions/publish')
  const { page, faults, context } = await openPage(browser)
  const note = page.getByText('Testo in attesa di verifica: andava rivisto entro il 31 gennaio 2020.')
  const read = async (path: string, words: string) => {
    await page.goto(`${system.url}/valdombra${path}`)
    return page.getByRole('main').getByText(words).first().isVisible()
  }
  await expect.poll(() => read('/risposte?q=tesserino+per+la+funivia+storica', 'Chiedi il tesserino')).toBe(true)
  await note.waitFor()
  await page.getByRole('link', { name: 'Leggi la scheda completa' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tesserino per la funivia storica' }).waitFor()
  await note.waitFor()
  await expect.poll(() => read('/risposte?q=abbonamento+slittovia', 'Abbonamento alla slittovia')).toBe(true)
  expect(await page.getByText('in attesa di verifica').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})
