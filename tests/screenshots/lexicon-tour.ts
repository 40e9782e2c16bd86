// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core'
import type { PanelSession } from '../support/panel.js'
import type { System } from '../support/system.js'

const lexicon = '/content-manager/collection-types/api::lexicon-entry.lexicon-entry'

/** Citizens’ words: the list, an entry that was changed, and what the change that is being written would do. */
export const lexiconTour = async (
  system: System,
  page: Page,
  session: PanelSession,
  shoot: (page: Page, name: string, prepare?: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  const add = async (data: Record<string, unknown>): Promise<string> => {
    const { body, text } = await session.send('POST', lexicon, data)
    if (body.data == null) throw new Error(text)
    return (body.data as { documentId: string }).documentId
  }
  await add({ says: ['il pozzetto'], means: 'ufficio anagrafe', reason: 'Lo sportello è nella piazzetta del Pozzetto.' })
  await add({
    says: ['casa dell’acqua', 'fontanella'],
    means: 'distributore di acqua potabile',
    reason: 'Così dice il cartello.',
    active: false,
  })
  await add({
    says: ['Sperrmüllabfuhr'],
    means: 'ritiro rifiuti ingombranti',
    reason: 'Dai turisti del campeggio.',
    language: 'de',
    origin: 'richiesta',
  })
  const documentId = await add({
    says: ['ecomobile'],
    means: 'centro di raccolta',
    reason: 'È scritto sul furgone del gestore, da marzo.',
    origin: 'domanda',
  })
  await session.send('PUT', `${lexicon}/${documentId}`, { says: ['ecomobile', 'furgone verde'] })
  const open = async (where: string, sign: string): Promise<void> => {
    await page.goto(`${system.backofficeUrl}/admin${where}`)
    await page.getByText(sign).first().waitFor()
    await page.waitForLoadState('networkidle')
  }
  await open(lexicon, 'ufficio anagrafe')
  await shoot(page, 'panel-words-list')
  await open(`${lexicon}/${documentId}`, 'Come è cambiata')
  await page.locator('input[name=means]').fill('ritiro rifiuti ingombranti')
  await shoot(page, 'panel-words')
  await shoot(page, 'panel-words-tried', async () => {
    // Where there is no room beside the form, what stands there is in a drawer at the foot of the page.
    const isNarrow = (page.viewportSize()?.width ?? 0) < 1080
    if (isNarrow) await page.getByRole('button', { name: 'Altre azioni' }).last().click()
    await page.getByRole('button', { name: 'Prova queste parole' }).click()
    const dialog = page.getByRole('dialog', { name: /^Con queste parole/ })
    await dialog.waitFor()
    // It comes in slowly.
    await dialog.evaluate((box) => Promise.all(box.getAnimations().map(({ finished }) => finished)))
  })
  await page.context().close()
}
