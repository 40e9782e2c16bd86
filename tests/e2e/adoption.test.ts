// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sheetUid } from '../probes/uids.js'
import { openBrowser, openPage } from '../support/browser.js'
import { linkIn, mailTo } from '../support/mailbox.js'
import { enterPanel, type PanelPerson } from '../support/panel-browser.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

const admin = 'admin@lineacomune.example'
const valdombra = { code: 'c_zz02', slug: 'valdombra', email: 'redazione@comune.valdombra.example' }
const portolieto = { code: 'c_zz03', slug: 'portolieto', email: 'redazione@comune.portolieto.example' }
const modelUid = 'api::model-sheet.model-sheet'
const library = '/linea-comune/buone-pratiche'
/** What every sheet has to say before it is published. */
const enough = { audience: 'Tutti.', needed: 'Un documento.', outcome: 'La risposta del Comune.', times: 'Due giorni lavorativi.' }

// Three people walk through many pages of a large application.
vi.setConfig({ testTimeout: 180_000 })

let system: System
let browser: Browser
/** Each of them signs in once, by API and in a browser: Strapi counts attempts. */
let centre: PanelSession
let editorOfA: PanelSession
let a: PanelPerson
let b: PanelPerson
let c: PanelPerson
beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
  centre = await session(admin)
  editorOfA = await session(valdombra.email)
  a = await enterPanel(browser, system, valdombra.email)
  b = await enterPanel(browser, system, portolieto.email)
  c = await enterPanel(browser, system, admin)
})
afterEach(() => {
  // Strapi's home page and edit view ask for things that an editor's role does not open.
  const faults = [a, b, c].flatMap((person) => person.faults.splice(0))
  expect(faults.filter((fault) => !/status of 40[034]/.test(fault))).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  system.cleanUp()
})

const session = (email: string): Promise<PanelSession> => signInToPanel(system.backofficeUrl, email, system.passwordOf(email))

/** As the centre, through the content manager: a model, or a new version of it. */
const publishModel = async (data: Record<string, unknown>, documentId?: string): Promise<string> => {
  const of = documentId === undefined ? '' : `/${documentId}`
  const { status, body, text } = await centre.send(
    'POST',
    `/content-manager/collection-types/${modelUid}${of}/actions/publish?locale=it`,
    data,
  )
  if (status >= 300) throw new Error(text)
  return (body.data as { documentId: string }).documentId
}

const citizenPage = async (slug: string, sheet: string): Promise<string> => {
  const response = await fetch(`${system.url}/${slug}/servizi/${sheet}`)
  return response.ok ? (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') : ''
}

const citizensRead = (slug: string, sheet: string, words: string): Promise<unknown> =>
  until(`citizens of ${slug} to read «${words}»`, async () => (await citizenPage(slug, sheet)).includes(words))

/** From the menu to a page that citizens read, with one press of a button. */
const adopt = async ({ page }: PanelPerson, title: string, office: RegExp): Promise<void> => {
  await page.getByRole('link', { name: 'Buone pratiche' }).first().click()
  await page.getByRole('heading', { name: 'Buone pratiche' }).waitFor()
  const offices = page.getByLabel('Ufficio competente per le schede che adotti')
  await offices.selectOption(await offices.locator('option', { hasText: office }).first().getAttribute('value'))
  await page.getByLabel('Cerca un modello').fill(title)
  await page.getByRole('button', { name: `Adotta «${title}»` }).click()
  await page
    .getByRole('status')
    .filter({ hasText: `Hai adottato «${title}»` })
    .waitFor()
}

/** Text of a section in the content manager, whose editor is no ordinary field. */
const writeSection = async (page: Page, label: string, text: string): Promise<void> => {
  const editor = page
    .locator('label', { hasText: new RegExp(`^${label}`) })
    .locator('xpath=ancestor::div[.//div[contains(@class,"CodeMirror")]][1]')
    .locator('.CodeMirror')
    .first()
  await editor.scrollIntoViewIfNeeded()
  await editor.click()
  await page.keyboard.type(text)
}

const publishSheet = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Pubblica', exact: true }).click()
  await page.getByText('Pubblicato', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'Pubblica', exact: true, disabled: true }).waitFor()
}

const openProposal = async (person: PanelPerson, title: string): Promise<void> => {
  await person.open(`${library}/aggiornamenti`)
  await person.page.getByRole('link', { name: title }).click()
  await person.page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

describe('best practice, in the panel', () => {
  const title = 'Concessione di una casetta al mercatino'
  const sheet = 'concessione-di-una-casetta-al-mercatino'
  const first = {
    title,
    summary: 'Per chi vende al mercatino di dicembre.',
    ...enough,
    howTo: 'Compila la domanda online.',
    costs: 'È gratuito.',
    localFields: [{ field: 'offices', prompt: 'Chi se ne occupa da voi' }],
  }

  test('an Ente adopts and overrides, declines what comes next; its neighbour accepts; citizens read what their Ente decided', async () => {
    const modelId = await publishModel(first)

    await adopt(a, title, /demografici/i)
    await a.page.getByRole('link', { name: title, exact: true }).first().click()
    // What follows the model stands beside the text, and what is empty here is shown from there.
    await a.page.getByText('Viene dal modello').waitFor()
    await writeSection(a.page, 'Costi', 'Due euro di diritti.')
    await publishSheet(a.page)
    await citizensRead(valdombra.slug, sheet, 'Due euro di diritti.')
    await adopt(b, title, /Anagrafe/)
    await citizensRead(portolieto.slug, sheet, 'È gratuito.')

    await publishModel(
      { ...first, howTo: 'Compila la domanda online con SPID.', costs: 'Resta gratuito.', changeNote: 'Si entra con SPID' },
      modelId,
    )
    // Each of them: what is new is marked, what is one’s own is not given up.
    await openProposal(a, title)
    expect(await a.page.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('SPID')]))
    expect(await a.page.getByLabel('Accetta «Come fare»').isChecked()).toBe(true)
    expect(await a.page.getByLabel('Accetta «Costi»').isChecked()).toBe(false)
    await a.page.getByRole('button', { name: 'Rifiuta l’aggiornamento' }).click()
    await a.page.getByText('Scrivi in poche parole perché').waitFor()
    await a.page.getByLabel('Motivo del rifiuto').fill('Da noi si fa ancora allo sportello')
    await a.page.getByRole('button', { name: 'Rifiuta l’aggiornamento' }).click()
    await a.page.getByText('Hai rifiutato l’aggiornamento').waitFor()

    await openProposal(b, title)
    await b.page.getByText('I cittadini leggono subito quello che accetti.').waitFor()
    await b.page.getByRole('button', { name: 'Accetta tutto' }).click()
    await b.page.getByText('I cittadini leggono già il nuovo testo').waitFor()

    await citizensRead(portolieto.slug, sheet, 'online con SPID')
    expect(await citizenPage(portolieto.slug, sheet)).toContain('Resta gratuito.')
    const ofA = await citizenPage(valdombra.slug, sheet)
    expect(ofA).toContain('Compila la domanda online.')
    expect(ofA).toContain('Due euro di diritti.')
    expect(ofA).not.toContain('SPID.')

    // The centre sees who follows what, and why somebody does not.
    await c.page.getByRole('link', { name: 'Adesioni' }).first().click()
    await c.page.getByRole('link', { name: title }).click()
    const row = c.page.getByRole('row', { name: /Comune di Valdombra/ })
    expect(await row.innerText()).toContain('Da noi si fa ancora allo sportello')
    expect(await row.innerText()).toContain('Costi')
    expect(await c.page.getByRole('row', { name: /Portolieto/ }).innerText()).toContain('Nessuno')
  })

  test('an editor does not come to a neighbour’s sheet, neither by address nor by API', async () => {
    const ofB = (await (await session(portolieto.email)).call('listModels', {})).flatMap(({ mine }) => mine)[0]?.documentId ?? ''
    await a.open(`/content-manager/collection-types/${sheetUid}/${ofB}`)
    await a.page.getByText('Questo contenuto è di un altro Ente.').first().waitFor()
    expect(await a.page.locator('body').innerText()).not.toContain('gratuito')

    const address = `/content-manager/collection-types/${sheetUid}/${ofB}`
    for (const [method, where, body] of [
      ['GET', address, undefined],
      ['PUT', address, { title: 'Preso' }],
      ['POST', `${address}/actions/publish`, { title: 'Preso' }],
      ['DELETE', address, undefined],
    ] as const) {
      const { status, text } = await editorOfA.send(method, where, body)
      expect([403, 404]).toContain(status)
      expect(text).not.toContain('gratuito')
    }
    expect(await citizenPage(portolieto.slug, sheet)).toContain('Resta gratuito.')
  })
})

describe('by keyboard alone', () => {
  /** Presses Tab until something of this name has the focus. */
  const tabTo = async (page: Page, name: string, most = 120): Promise<void> => {
    for (let pressed = 0; pressed < most; pressed++) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement)) return ''
        const label = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.innerText : undefined
        return (element.getAttribute('aria-label') ?? label ?? element.innerText).trim()
      })
      if (here === name) return
    }
    throw new Error(`Tab never came to ${name} on ${page.url()}`)
  }

  test('a model is adopted and its next version declined', async () => {
    const title = 'Autentica di firma'
    const modelId = await publishModel({ title, summary: 'Uno', ...enough, howTo: 'Vieni allo sportello.' })
    const { page } = a
    await a.open('/')
    await page.getByText('Da scrivere e pubblicare').waitFor()
    await tabTo(page, 'Buone pratiche')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Buone pratiche' }).waitFor()
    await page.getByRole('button', { name: `Adotta «${title}»` }).waitFor()
    await tabTo(page, `Adotta «${title}»`)
    await page.keyboard.press('Enter')
    // The focus is on what came of it.
    await page
      .getByRole('status')
      .filter({ hasText: `Hai adottato «${title}»` })
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')

    await publishModel({ title, summary: 'Due', ...enough, howTo: 'Vieni allo sportello.' }, modelId)
    await a.open('/')
    await page.getByRole('link', { name: /da decidere/ }).waitFor()
    await tabTo(page, '1 aggiornamento da decidere')
    await page.keyboard.press('Enter')
    // The page that is left lists a draft of this title too.
    await page.getByLabel('Mostra').waitFor()
    await page.getByRole('link', { name: title }).waitFor()
    await tabTo(page, title)
    await page.keyboard.press('Enter')
    await page.getByLabel('Motivo del rifiuto').waitFor()
    await tabTo(page, 'Rifiuta l’aggiornamento')
    await page.keyboard.press('Enter')
    await page.getByText('Scrivi in poche parole perché').waitFor()
    // The field that lacks something has the focus.
    await page.keyboard.type('Per noi va bene così')
    await tabTo(page, 'Rifiuta l’aggiornamento')
    await page.keyboard.press('Enter')
    await page.getByText('Hai rifiutato l’aggiornamento').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
  })
})

test('an Ente’s own text is offered from beside it, and the centre makes a model of it', async () => {
  await a.open(`/content-manager/collection-types/${sheetUid}?page=1&pageSize=100&sort=title:ASC`)
  await a.page.getByText('Mensa scolastica').click()
  await a.page.getByLabel('Perché funziona bene').fill('Ha dimezzato le telefonate')
  await a.page.getByRole('button', { name: 'Proponi come modello' }).click()
  await a.page.getByRole('link', { name: 'Segui che cosa risponde' }).click()
  await a.page.getByText('In attesa del centro').waitFor()

  await c.open('/')
  await c.page.getByRole('link', { name: '1 testo aspetta una risposta' }).click()
  await c.page.getByText('Ha dimezzato le telefonate').waitFor()
  await c.page.getByRole('button', { name: 'Fanne un modello' }).click()
  await c.page.getByText('è diventato un modello in bozza').waitFor()
  await a.page.reload()
  await a.page.getByText('Accolto', { exact: true }).waitFor()
})

test('a person is invited with one form and one mail; who belongs to two Enti chooses for which one to work', async () => {
  const email = 'nina@comuni.example'
  const invite = async (ente: string): Promise<void> => {
    await c.page.getByRole('combobox', { name: 'Ente' }).selectOption({ label: ente })
    await c.page.locator('input[name=firstname]').fill('Nina')
    await c.page.getByLabel('Cognome').fill('Nuova')
    await c.page.getByLabel('E-mail di lavoro').fill(email)
    await c.page.getByRole('radio', { name: /Responsabile della pubblicazione/ }).check()
    await c.page.getByRole('button', { name: 'Invia l’invito' }).click()
  }
  await c.page.getByRole('link', { name: 'Persone' }).first().click()
  await c.page.getByRole('button', { name: 'Invia l’invito' }).click()
  await c.page.getByText('Scrivi il cognome.').waitFor()
  await invite('Comune di Valdombra')
  await c.page.getByText(`Invito inviato a ${email}`).waitFor()
  await invite('Città di Portolieto')
  await c.page.getByText('ora lavora anche per Città di Portolieto').waitFor()

  const mail = await mailTo(system.dataDir, email, 'Comune di Valdombra')
  const invited = await openPage(browser)
  await invited.page.goto(linkIn(mail, `${system.backofficeUrl}/admin/`))
  await invited.page.locator('input[name=password]').fill('Tela-rame-1234')
  await invited.page.locator('input[name=confirmPassword]').fill('Tela-rame-1234')
  await invited.page.locator('button[type=submit]').click()
  await invited.page.getByLabel('Lavora per').selectOption({ label: 'Città di Portolieto' })
  await invited.page.getByText('Città di Portolieto').first().waitFor()
  await invited.page.goto(`${system.backofficeUrl}/admin/content-manager/collection-types/${sheetUid}`)
  await invited.page.getByRole('heading', { name: 'Schede servizio' }).waitFor()
  await invited.page.getByRole('row').nth(2).waitFor()
  expect(await invited.page.locator('table').innerText()).not.toContain('Il Telaio')
  await invited.context.close()
})

describe('our own pages', () => {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

  /** Serious and critical faults of the page as it stands; Strapi’s own frame around it is not ours to judge. */
  const examine = async (page: Page, name: string): Promise<string[]> => {
    const wrong: string[] = []
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(axe)
      const { violations, passes } = await page.evaluate(
        (tags) =>
          (window as unknown as { axe: { run: (where: string, how: unknown) => Promise<AxeResults> } }).axe.run('main', { runOnly: tags }),
        standards,
      )
      expect(passes.length).toBeGreaterThan(5)
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      wrong.push(...grave.map(({ id, nodes }) => `${name} at ${String(width)} px: ${id}: ${nodes.map(({ html }) => html).join('\n')}`))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wider > 0) wrong.push(`${name} at ${String(width)} px is ${String(wider)} px too wide`)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    return wrong
  }

  test('hold nothing serious against people who see, hear or point badly, wide and narrow', async () => {
    const title = 'Passo carrabile'
    const modelId = await publishModel({ title, summary: 'Uno', ...enough, howTo: 'Chiedi all’ufficio tecnico.', costs: '**Dieci** euro' })
    await editorOfA.call('adoptModels', { ente: valdombra.code, modelIds: [modelId], publish: true })
    await publishModel({ title, summary: 'Due', ...enough, howTo: 'Chiedi online.', costs: '**Venti** euro' }, modelId)
    const proposal = (await editorOfA.call('listProposals', {})).find((card) => card.title === title)

    const tour: [PanelPerson, string, string][] = [
      [a, library, 'Come adottare'],
      [a, `${library}/modelli/${modelId}`, 'Versioni'],
      [a, `${library}/aggiornamenti`, title],
      [a, `${library}/aggiornamenti/${proposal?.proposalId ?? ''}`, 'Motivo del rifiuto'],
      [a, `${library}/proposti`, 'Testi proposti'],
      [c, '/linea-comune/adesioni', title],
      [c, `/linea-comune/adesioni/${modelId}`, 'Comune di Valdombra'],
      [c, '/linea-comune/persone', 'Che cosa farà'],
    ]
    const wrong: string[] = []
    for (const [person, where, sign] of tour) {
      await person.open(where)
      await person.page.getByRole('main').getByText(sign).or(person.page.getByLabel(sign)).first().waitFor()
      wrong.push(...(await examine(person.page, where)))
    }
    await c.page.getByRole('button', { name: 'Invia l’invito' }).click()
    wrong.push(...(await examine(c.page, 'the invitation with errors')))
    expect(wrong).toEqual([])
  })

  test('ask no host but their own, and show editors nothing of the vendor’s', async () => {
    await a.open('/')
    await a.page.getByText('Da scrivere e pubblicare').waitFor()
    expect(await a.page.getByRole('region', { name: 'Il tuo Ente' }).innerText()).toBe('Comune di Valdombra')
    const names = await a.page.locator('nav a:visible').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))
    expect(names).toEqual(['Home', 'Contenuti', 'Buone pratiche', 'Domande senza risposta'])
    expect([a, b, c].flatMap(({ strayed }) => strayed)).toEqual([])
  })
})
