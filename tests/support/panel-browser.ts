// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser.js'
import type { System } from './system.js'

/** Somebody at work in the panel. */
export interface PanelPerson {
  page: Page
  faults: string[]
  /** Requests to hosts that are not ours. */
  strayed: string[]
  open: (where: string) => Promise<void>
}

export const signIn = async (page: Page, system: System, email: string): Promise<void> => {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(system.passwordOf(email))
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: /^Ciao/ }).waitFor()
}

export const enterPanel = async (browser: Browser, system: System, email: string): Promise<PanelPerson> => {
  const { page, context, faults } = await openPage(browser, { viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(45_000)
  const strayed: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && new URL(url).origin !== system.backofficeUrl) strayed.push(url)
  })
  const open = async (where: string): Promise<void> => {
    await page.goto(`${system.backofficeUrl}/admin${where}`)
  }
  await open('/')
  await signIn(page, system, email)
  return { page, faults, strayed, open }
}
