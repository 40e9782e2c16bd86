// SPDX-License-Identifier: AGPL-3.0-or-later
import { answersResponse } from '@linea-comune/config'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
import { startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

const enti = '/content-manager/collection-types/api::ente.ente'

let system: System
let browser: Browser
let token = ''

const ask = async (method: string, where: string, body?: unknown): Promise<Record<string, unknown>> => {
  const response = await fetch(`${system.backofficeUrl}${where}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(`${method} ${where} ${String(response.status)}`).toMatch(/ 20\d$/)
  return (await response.json()) as Record<string, unknown>
}

/** As the administrator does it in the panel. */
const setEnte = async (slug: string, changes: Record<string, unknown>): Promise<void> => {
  const { results } = (await ask('GET', `${enti}?filters[slug][$eq]=${slug}`)) as { results: { documentId: string }[] }
  await ask('PUT', `${enti}/${results[0]?.documentId ?? ''}`, changes)
}
const get = async (path: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${system.url}${path}`)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
  const email = 'admin@lineacomune.example'
  const { data } = (await ask('POST', '/admin/login', { email, password: system.passwordOf(email) })) as { data: { token: string } }
  token = data.token
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  system.cleanUp()
})

describe('an Ente that suspends its part', () => {
  beforeAll(async () => {
    await setEnte('valdombra', { lifecycle: 'suspended' })
    await until('the notice', async () => (await get('/valdombra')).text.includes('è sospesa per ora'))
  })

  it('is read as before, says so on every page, and is still in the list', async () => {
    for (const path of ['/valdombra', '/valdombra/servizi', '/valdombra/uffici', '/valdombra/domande']) {
      const { status, text } = await get(path)
      expect([path, status, text.includes('è sospesa per ora')]).toEqual([path, 200, true])
    }
    expect((await get('/')).text).toContain('href="/valdombra"')
    const { status, text } = await get('/api/answers?ente=valdombra&q=quanto+costa+la+mensa+scolastica')
    expect([status, answersResponse.parse(JSON.parse(text)).outcome]).toEqual([200, 'answer'])
  })

  it('takes no requests, and says whom to ask instead', async () => {
    const { page, context, faults } = await openPage(browser)
    await page.goto(`${system.url}/valdombra/richieste/nuova`)
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await page.getByText('non riceve richieste').count()).toBe(1)
    await page.goto(`${system.url}/valdombra`)
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /Scrivi/ })
        .count(),
    ).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('an Ente that left', () => {
  beforeAll(async () => {
    await setEnte('roccaserena', { lifecycle: 'left', website: 'https://www.comune.roccaserena.example' })
    await until('the page that says so', async () => (await get('/roccaserena')).status === 410)
  })

  it('says so at every address it had, with the way to its own site', async () => {
    for (const path of [
      '/roccaserena',
      '/roccaserena/servizi',
      '/roccaserena/servizi/qualcosa',
      '/roccaserena/risposte?q=carta',
      '/roccaserena/richieste/nuova',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 410])
    for (const width of [1280, 360]) {
      const { page, context } = await openPage(browser, { viewport: { width, height: 800 } })
      await page.goto(`${system.url}/roccaserena`)
      await page.getByRole('heading', { level: 1, name: 'Lo sportello del Comune di Roccaserena non è più qui' }).waitFor()
      const site = page.getByRole('link', { name: 'Vai al sito del Comune di Roccaserena' })
      expect(await site.getAttribute('href')).toBe('https://www.comune.roccaserena.example')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await context.close()
    }
  })

  it('is in no list, answers nothing, and its requests can still be followed', async () => {
    expect((await get('/')).text).not.toContain('href="/roccaserena"')
    const api = await get('/api/answers?ente=roccaserena&q=carta')
    expect([api.status, JSON.parse(api.text)]).toEqual([
      410,
      { error: { code: 'ente-left', message: 'Questo Comune non risponde più qui. Rivolgiti al suo sito.' } },
    ])
    expect((await get('/api/suggestions?ente=roccaserena&q=carta')).status).toBe(410)
    const { status, text } = await get('/roccaserena/richieste')
    expect(status).toBe(200)
    expect(text).toContain('puoi ancora seguire le richieste')
    expect(text).not.toContain('href="/roccaserena/servizi"')
  })

  it('comes back with everything it wrote', async () => {
    await setEnte('roccaserena', { lifecycle: 'active' })
    await until('its services', async () => (await get('/roccaserena/servizi')).text.includes('/roccaserena/servizi/'))
    expect((await get('/')).text).toContain('href="/roccaserena"')
  })
})
