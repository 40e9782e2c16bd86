// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import packaged from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const debianChromium = '/usr/bin/chromium'

/** A real browser: Debian's when there is one, else the one that comes inside an npm package. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: fs.existsSync(debianChromium) ? debianChromium : await packaged.executablePath(),
    args: quiet,
    headless: true,
  })

/** A page on which a console error or an exception is a failure of the product. */
export const openPage = async (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> => {
  const context = await browser.newContext({ locale: 'it-IT', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return { page, context, faults }
}
