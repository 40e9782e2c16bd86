// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { signInToPanel } from '../support/panel.js'
import type { System } from '../support/system.js'
import { lexiconTour } from './lexicon-tour.js'

const admin = 'admin@lineacomune.example'
const editor = 'redazione@comune.valdombra.example'
const neighbour = 'redazione@comune.portolieto.example'
const modelUid = 'api::model-sheet.model-sheet'

interface Model {
  title: string
  summary: string
  [field: string]: unknown
}

const enough = { audience: 'Tutti.', needed: 'Un documento.', outcome: 'La risposta.', times: 'Trenta giorni.' }
const office = [{ field: 'offices', prompt: 'Chi se ne occupa da voi' }]
const residence: Model = {
  title: 'Cambio di residenza in un alloggio condiviso',
  summary: 'Che cosa fare quando ti trasferisci da un altro Comune o dall’estero.',
  audience: 'A chi porta la sua dimora abituale nel Comune:\n\n- cittadini italiani\n- cittadini dell’Unione europea',
  howTo: 'Compila la dichiarazione **online** su ANPR, oppure vieni allo sportello con un documento.',
  outcome: 'La nuova residenza.',
  needed: 'Un documento di identità e, per chi guida, i dati della patente e della targa.',
  times: 'La registrazione avviene entro 2 giorni lavorativi.',
  costs: 'Il servizio è gratuito.',
  localFields: office,
}
const models: Model[] = [
  residence,
  {
    ...enough,
    title: 'Trasporto scolastico e agevolazioni per famiglie numerose',
    summary: 'Come iscrivere tuo figlio allo scuolabus, quanto costa e come chiedere uno sconto sulla tariffa.',
    howTo: 'Compila il modulo entro il 31 luglio.',
    localFields: [...office, { field: 'costs', prompt: 'Le tariffe del vostro Comune' }],
  },
  {
    ...enough,
    title: 'Accesso alle planimetrie e agli atti edilizi',
    summary: 'Come chiedere di vedere o copiare un documento del Comune.',
    howTo: 'Scrivi all’ufficio relazioni con il pubblico.',
  },
  {
    ...enough,
    title: 'Stallo riservato sotto casa',
    summary: 'Per parcheggiare negli spazi riservati.',
    howTo: 'Serve il verbale della commissione medica.',
    localFields: office,
  },
  {
    ...enough,
    title: 'Matrimonio civile in villa',
    summary: 'Pubblicazioni, documenti, sale e prenotazione della data.',
    howTo: 'Prenota un appuntamento allo stato civile.',
  },
]

/** The panel scrolls inside its window: the whole of a page is seen in a window as high as the page. */
export const growToContent = async (page: Page, longest: number): Promise<void> => {
  // Another width is another layout, which asks for its rows again.
  await page.waitForLoadState('networkidle')
  await page.locator('main[aria-busy=true]').waitFor({ state: 'detached' })
  const height = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('body *')]
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
        .map((element) => element.scrollHeight + element.getBoundingClientRect().top),
    ),
  )
  const { width = 0, height: now = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width, height: Math.min(longest, Math.max(now, Math.ceil(height))) })
}

/** The panel’s own pages with a federation at work in them, for editors and for the centre. */
export const panelTour = async (
  system: System,
  browser: Browser,
  shoot: (page: Page, name: string, grow: typeof growToContent) => Promise<void>,
): Promise<void> => {
  const session = (email: string) => signInToPanel(system.backofficeUrl, email, system.passwordOf(email))
  const [centre, ofA, ofB] = [await session(admin), await session(editor), await session(neighbour)]
  const publish = async (data: Model, documentId = ''): Promise<string> => {
    const address = `/content-manager/collection-types/${modelUid}${documentId === '' ? '' : `/${documentId}`}/actions/publish?locale=it`
    const { body, text } = await centre.send('POST', address, data)
    if (body.data == null) throw new Error(text)
    return (body.data as { documentId: string }).documentId
  }
  const modelIds: string[] = []
  for (const model of models) modelIds.push(await publish(model))
  const [first = '', second = '', third = ''] = modelIds
  const [adopted] = await ofA.call('adoptModels', { ente: 'c_zz02', modelIds: [first, second, third], publish: true })
  await ofB.call('adoptModels', { ente: 'c_zz03', modelIds: [first, third], publish: true })
  const sheet = `/content-manager/collection-types/api::service-sheet.service-sheet/${adopted?.documentId ?? ''}`
  await ofA.send('PUT', `${sheet}?locale=it`, {
    title: residence.title,
    costs: 'Il servizio è gratuito; il duplicato del certificato costa **0,52 €**.',
  })
  await publish(
    {
      ...residence,
      title: 'Cambio di residenza o di indirizzo in alloggio condiviso',
      audience: `${String(residence.audience)}\n- cittadini di altri Paesi con permesso di soggiorno`,
      howTo: 'Compila la dichiarazione online su ANPR con SPID o CIE, oppure vieni allo sportello con un documento.',
      times: 'La registrazione avviene entro 2 giorni lavorativi; i controlli finiscono entro 45 giorni.',
      costs: 'Il servizio è gratuito, senza marca da bollo.',
      changeNote: 'Vale anche per il cambio di indirizzo; si entra con SPID o CIE.',
    },
    first,
  )
  const [ofNeighbour] = await ofB.call('listProposals', {})
  const reason = 'Da noi il cambio di indirizzo è una scheda a parte, collegata al piano della sosta'
  await ofB.call('decideProposal', { proposalId: ofNeighbour?.proposalId ?? '', decision: 'decline', reason })
  const [waiting] = await ofA.call('listProposals', {})

  const enter = async (email: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'it-IT', viewport: { width: 1280, height: 860 } })).newPage()
    await page.goto(`${system.backofficeUrl}/admin`)
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill(system.passwordOf(email))
    await page.locator('button[type=submit]').click()
    await page.getByRole('heading', { name: /^Ciao/ }).waitFor()
    return page
  }
  const walk = async (email: string, scenes: readonly (readonly [where: string, name: string, sign: string])[]): Promise<void> => {
    const page = await enter(email)
    for (const [where, name, sign] of scenes) {
      await page.goto(`${system.backofficeUrl}/admin${where}`)
      await page.getByText(sign).first().waitFor()
      await page.waitForLoadState('networkidle')
      await shoot(page, `panel-${name}`, growToContent)
    }
    await page.context().close()
  }
  await walk(editor, [
    ['/', 'home', 'Schede in bozza'],
    ['/content-manager/collection-types/api::service-sheet.service-sheet', 'list', 'Biblioteca «Il Telaio»'],
    [sheet, 'edit', 'Viene dal modello'],
    ['/linea-comune/buone-pratiche', 'library', 'Matrimonio civile in villa'],
    [`/linea-comune/buone-pratiche/modelli/${second}`, 'model', 'Versioni'],
    ['/linea-comune/buone-pratiche/aggiornamenti', 'proposals', residence.title],
    [`/linea-comune/buone-pratiche/aggiornamenti/${waiting?.proposalId ?? ''}`, 'proposal', 'Motivo del rifiuto'],
  ])
  await lexiconTour(system, await enter(editor), ofA, (page, name, prepare) => shoot(page, name, prepare ?? growToContent))
  // Two people on one sheet: who saves second is offered both texts.
  const page = await enter(editor)
  await page.goto(`${system.backofficeUrl}/admin${sheet}`)
  await page.locator('textarea[name=summary]').waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('textarea[name=summary]').fill('Per chi va a vivere in una casa dove abita già qualcuno.')
  await ofA.send('PUT', `${sheet}?locale=it`, {
    title: residence.title,
    summary: 'Quando entri in una casa in cui risulta già un’altra famiglia.',
  })
  await page.getByRole('button', { name: 'Salva', exact: true }).click()
  await page.getByRole('dialog', { name: 'Avete scritto in due' }).waitFor()
  await shoot(page, 'panel-both-texts', () => Promise.resolve())
  await page.context().close()
  await walk(admin, [
    ['/linea-comune/adesioni', 'adoption', 'Matrimonio civile in villa'],
    [`/linea-comune/adesioni/${first}`, 'adoption-model', 'piano della sosta'],
    ['/linea-comune/persone', 'people', 'Che cosa farà'],
  ])
}
