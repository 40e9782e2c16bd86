// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromBackOffice, openFederation, type TestStrapi } from '../support/federation.js'
import { startEngine } from '../support/engine.js'

const rounds = 60
const goalMs = 1000

/** How long after "publish" a citizen finds the text: from the call that publishes to the first search that shows it. */
const main = async (): Promise<void> => {
  const engine = await startEngine()
  const federation = await openFederation()
  const { startIndexWorker } = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => { stop: () => Promise<void> } }>(
    'indexing/index-worker.js',
  )
  const worker = startIndexWorker(federation.strapi, engine.writer)
  const tookMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const title = `Servizio di prova ${String(round)}`
    const startedAt = performance.now()
    await federation.strapi
      .documents('api::service-sheet.service-sheet')
      .create({ locale: 'it', status: 'published', data: { title, enteCode: 'c_a', audience: 'Tutti' } })
    const slug = `servizio-di-prova-${String(round)}`
    while ((await engine.reader.sheet({ enteCode: 'c_a', slug, locale: 'it' })) === null)
      await new Promise((resolve) => setTimeout(resolve, 5))
    tookMs.push(performance.now() - startedAt)
  }
  tookMs.sort((a, b) => a - b)
  const at = (share: number): number => Math.round(tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? 0)
  process.stdout.write(
    `published → found, ${String(rounds)} times: median ${String(at(0.5))} ms, p95 ${String(at(0.95))} ms, goal p95 ${String(goalMs)} ms\n`,
  )
  await worker.stop()
  await federation.stop()
  await engine.stop()
  process.exit(at(0.95) <= goalMs ? 0 : 1)
}

await main()
