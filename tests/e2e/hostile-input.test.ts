// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { answersResponse, faultResponse } from '@linea-comune/config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type System } from '../support/system.js'

let system: System
beforeAll(async () => {
  // Each request comes from an address of its own, so that none is refused for being one of many.
  system = await startSystem({ env: { TRUSTED_PROXIES: '1' } })
})
afterAll(async () => {
  await system.stop()
  system.cleanUp()
})

let visitors = 0
const asVisitor = (): Record<string, string> => {
  visitors++
  return { 'x-forwarded-for': `198.51.100.${String(visitors % 250)}` }
}

describe('the answers API', () => {
  test.each([
    ['an empty question', 'ente=valdombra&q=', [400]],
    ['no question', 'ente=valdombra', [400]],
    ['no Ente', 'q=ciao', [400]],
    ['one character', 'ente=valdombra&q=a', [200]],
    ['only punctuation', 'ente=valdombra&q=%3F%3F%3F', [200]],
    ['ten thousand characters', `ente=valdombra&q=${'carta+identita+'.repeat(700)}`, [200, 400]],
    ['an emoji', 'ente=valdombra&q=%F0%9F%98%80', [200]],
    ['a NUL', 'ente=valdombra&q=%00', [400]],
    ['a NUL among words', 'ente=valdombra&q=carta%00identita', [200]],
    ['half a surrogate', 'ente=valdombra&q=%ED%A0%80', [200, 400]],
    ['bytes that are no text', 'ente=valdombra&q=%FF%FE', [200, 400]],
    ['an Ente that does not exist', 'ente=nessuno&q=ciao', [404]],
    ['a path instead of an Ente', 'ente=..%2F..%2Fetc&q=ciao', [404]],
    ['a language that does not exist', 'ente=valdombra&q=ciao&locale=xx', [400]],
    ['the same parameter twice', 'ente=valdombra&ente=portolieto&q=carta&q=imu', [200, 400]],
    ['something like SQL', 'ente=valdombra&q=%27%3B+DROP+TABLE+tickets%3B--', [200]],
    ['something like a filter', 'ente=valdombra&q=x%22+OR+scope+%3D+%22c_zz03', [200]],
    ['a script', 'ente=valdombra&q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', [200]],
  ])('answers %s sensibly', async (_what, query, statuses) => {
    const response = await fetch(`${system.url}/api/answers?${query}`, { headers: asVisitor() })
    expect(statuses).toContain(response.status)
    const body: unknown = await response.json()
    expect((response.ok ? answersResponse : faultResponse).safeParse(body).error).toBeUndefined()
  })
})

describe('the ticket form', () => {
  const right = {
    text: 'Una domanda <b>forte</b> & "strana"',
    name: "Anna <script>alert('x')</script>",
    email: 'anna@posta.example',
    phone: '',
    privacy: 'on',
  }
  const send = (
    fields: Record<string, string>,
    headers: Record<string, string> = {},
    path = '/valdombra/richieste/nuova',
  ): Promise<Response> =>
    fetch(`${system.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: system.url, ...asVisitor(), ...headers },
      body: new URLSearchParams(fields),
    })
  const numberIn = (page: string): string | undefined => /LC-\d{4}-\d{6}-\d/.exec(page)?.[0]

  test.each([
    ['nothing at all', {}],
    ['no name', { ...right, name: '' }],
    ['a wrong e-mail', { ...right, email: 'anna@' }],
    ['two e-mails', { ...right, email: 'a@x.it, b@y.it' }],
    ['a wrong telephone', { ...right, phone: 'chiamami' }],
    ['no consent', { ...right, privacy: '' }],
  ])('with %s is refused in plain Italian, and keeps what was typed', async (_what, fields: Record<string, string>) => {
    const response = await send({ submissionId: randomUUID(), ...fields })
    const page = await response.text()
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(numberIn(page)).toBeUndefined()
    expect(page).not.toContain('<script>alert')
    if (fields.text !== undefined) expect(page).toContain('Una domanda &lt;b&gt;forte&lt;/b&gt;')
  })

  test('whose hidden field was lost on the way is a ticket all the same', async () => {
    expect(numberIn(await (await send({ ...right, submissionId: 'x' })).text())).toBeDefined()
  })

  test('that comes from another site is refused', async () => {
    const response = await send({ submissionId: randomUUID(), ...right }, { origin: 'https://altrove.example' })
    expect(response.status).toBe(403)
  })

  test('of seventy kilobytes is refused as too large', async () => {
    expect((await send({ submissionId: randomUUID(), ...right, text: 'a'.repeat(70_000) })).status).toBe(413)
  })

  test('that is no form is refused', async () => {
    const response = await fetch(`${system.url}/valdombra/richieste/nuova`, {
      method: 'POST',
      headers: { origin: system.url, 'content-type': 'application/json', ...asVisitor() },
      body: '{"text":',
    })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })

  test('that was refused left nothing behind: the next ticket has the next number', async () => {
    const first = numberIn(await (await send({ submissionId: randomUUID(), ...right })).text())
    await send({ submissionId: randomUUID(), ...right, email: 'no' })
    await send({ submissionId: randomUUID(), ...right, privacy: '' })
    const second = numberIn(await (await send({ submissionId: randomUUID(), ...right })).text())
    const running = (number: string | undefined): number => Number(number?.slice(8, 14))
    expect(running(second)).toBe(running(first) + 1)
  })

  test('sent twice, by a reload or a double click, is one ticket', async () => {
    const form = { submissionId: randomUUID(), ...right }
    const pages = await Promise.all([send(form), send(form), send(form)])
    const numbers = await Promise.all(pages.map(async (page) => numberIn(await page.text())))
    expect(new Set(numbers).size).toBe(1)
    expect(numbers[0]).toBeDefined()
  })

  test.each([
    ['/valdombra/richieste', { number: '', code: '' }],
    ['/valdombra/richieste', { number: '\u0000', code: 'x'.repeat(5000) }],
    ['/valdombra/richieste/LC-2026-000001-1', { code: '<script>' }],
    ['/valdombra/richieste/..%2F..', { code: 'AAAA' }],
    ['/inoltri/inventato', { action: 'answer', text: 'x', signature: 'y' }],
    ['/inoltri/inventato', { action: 'explode' }],
    ['/nessuno/richieste/nuova', {}],
  ])('%s answers nonsense with a page, not with a failure', async (path, fields: Record<string, string>) => {
    const response = await send(fields, {}, path)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toContain('<script>alert')
  })
})
