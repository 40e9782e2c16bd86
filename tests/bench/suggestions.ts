// SPDX-License-Identifier: AGPL-3.0-or-later
import { openBrowser, openPage } from '../support/browser.js'
import { startSystem } from '../support/system.js'

const goalMs = 50
/** How long `helpdesk-ui/enhance/suggest.ts` waits for the next letter. */
const pauseMs = 30
const texts = ['carta d’identità', 'iscrizione scuola', 'cambio di residenza', 'rifiuti ingombranti', 'tassa sui servizi']

/** From the event of a letter to the frame in which the list of suggestions answers to it, in a real browser. */
const main = async (): Promise<void> => {
  const system = await startSystem()
  const browser = await openBrowser()
  const { page } = await openPage(browser, { reducedMotion: 'reduce' })
  await page.goto(`${system.url}/valdombra`)
  await page.evaluate(() => {
    const took: number[] = []
    let since = 0
    document.querySelector('#q')?.addEventListener('input', () => (since = performance.now()))
    const shown = document.querySelector('.lc-suggestions')
    if (shown !== null) new MutationObserver(() => took.push(performance.now() - since)).observe(shown, { childList: true })
    Object.assign(window, { took })
  })
  for (const text of texts) {
    await page.locator('#q').fill('')
    await page.locator('#q').pressSequentially(text, { delay: 150 })
  }
  const took = (await page.evaluate(() => (window as unknown as { took: number[] }).took)).map((ms) => ms - pauseMs).sort((x, y) => x - y)
  const at = (share: number): number => Math.round(took[Math.floor(took.length * share)] ?? NaN)
  process.stdout.write(
    `letter → suggestions, ${String(took.length)} letters: median ${String(at(0.5))} ms, p95 ${String(at(0.95))} ms, goal median ${String(goalMs)} ms, besides the pause of ${String(pauseMs)} ms\n`,
  )
  await browser.close()
  await system.stop()
  system.cleanUp()
  process.exit(at(0.5) <= goalMs ? 0 : 1)
}

await main()
