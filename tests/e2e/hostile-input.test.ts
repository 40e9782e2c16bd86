// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { answersResponse, questionSuggestionsResponse } from '@linea-comune/config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, mailTo } from '../support/mailbox.js'
import { startSystem, type System } from '../support/system.js'

let system: System
beforeAll(async () => {
  // Limits count per address: each visit below comes from an address of its own.
  system = await startSystem({ env: { TRUSTED_PROXIES: '1' } })
})
afterAll(async () => {
  await system.stop()
  // Whatever was sent, nothing in here was our own mistake.
  expect(system.output()).not.toMatch(/Error:/)
  system.cleanUp()
})

let visits = 0
const visit = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> => {
  visits += 1
  const address = `192.0.2.${String(visits % 250)}`
  return fetch(`${system.url}${path}`, { redirect: 'manual', ...init, headers: { 'x-forwarded-for': address, ...init.headers } })
}

/** A form as a browser sends it, or a body that no browser would send. */
const post = (
  path: string,
  fields: Record<string, string> | string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> => {
  const isForm = typeof fields === 'object' && !(fields instanceof Uint8Array)
  const body = isForm ? new URLSearchParams(fields).toString() : fields
  return visit(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
}

const newTicket = '/valdombra/richieste/nuova'
const good = (text: string): Record<string, string> => ({ submissionId: randomUUID(), text, name: 'Anna Bianchi', privacy: 'on' })

/** The running number in a confirmation; null when nothing was accepted. */
const runningNumber = (page: string): number | null => {
  const digits = /LC-\d{4}-(\d{6})-\d/.exec(page)?.[1]
  return digits === undefined ? null : Number(digits)
}
const send = async (text: string): Promise<{ page: string; running: number; number: string; code: string; link: string }> => {
  const page = await (await post(newTicket, good(text))).text()
  return {
    page,
    running: runningNumber(page) ?? 0,
    number: /LC-\d{4}-\d{6}-\d/.exec(page)?.[0] ?? '',
    code: /<dd class="lc-mono">([0-9A-Z-]{8,9})<\/dd>/.exec(page)?.[1] ?? '',
    link: /href="([^"]+)" data-ticket-link/.exec(page)?.[1] ?? '',
  }
}

/** How many tickets came into being while this ran: the running number leaves no gap. */
const ticketsMadeBy = async (acts: () => Promise<unknown>): Promise<number> => {
  const before = await send('Prima.')
  await acts()
  const after = await send('Dopo.')
  return after.running - before.running - 1
}

/** What the page says, with what a browser would show for the entities that React writes. */
const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>"'</textarea><b>`

describe('GET /api/answers', () => {
  const ask = async (query: string) => {
    const response = await visit(`/api/answers?${query}`)
    return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as unknown }
  }

  test.each([
    ['one character', 'ente=valdombra&q=a'],
    ['ten thousand characters', `ente=valdombra&q=${'carta '.repeat(1700)}`],
    ['emoji', `ente=valdombra&q=${encodeURIComponent('🐶 ho perso il cane 👩‍👩‍👧‍👦')}`],
    ['a NUL', 'ente=valdombra&q=carta%00identit%C3%A0'],
    ['half a surrogate pair', 'ente=valdombra&q=carta%ED%A0%80identit%C3%A0'],
    ['bytes that are no text', 'ente=valdombra&q=%FF%FE%80carta'],
    ['a percent sign with nothing behind', 'ente=valdombra&q=100%'],
    ['words of a database', `ente=valdombra&q=${encodeURIComponent(`'; DROP TABLE tickets; -- " OR 1=1`)}`],
    ['words of the engine', `ente=valdombra&q=${encodeURIComponent('scope = "x" OR locale EXISTS')}`],
    ['markup', `ente=valdombra&q=${encodeURIComponent(evil)}`],
    ['letters stacked into a tower', `ente=valdombra&q=${encodeURIComponent(`Z${'\u0351'.repeat(500)}algo`)}`],
    ['text from right to left', `ente=valdombra&q=${encodeURIComponent('\u202Eetrac\u202C مرحبا')}`],
    ['nothing but words that say nothing', `ente=valdombra&q=${encodeURIComponent('e di a da in con su per tra fra')}`],
    ['Cyrillic', `ente=valdombra&q=${encodeURIComponent('Как получить удостоверение личности?')}`],
    ['Arabic', `ente=valdombra&q=${encodeURIComponent('كيف أحصل على بطاقة الهوية؟')}`],
    ['Chinese', `ente=valdombra&q=${encodeURIComponent('我怎么办理身份证？')}`],
    ['nothing but emoji', `ente=valdombra&q=${encodeURIComponent('🗑️🚮♻️')}`],
    ['one word of ten thousand letters', `ente=valdombra&q=${'rifiuti'.repeat(1430)}`],
    ['a thousand different words', `ente=valdombra&q=${Array.from({ length: 1000 }, (_, n) => `w${n.toString(36)}z`).join('+')}`],
    ['a question asked twice', 'ente=valdombra&q=carta&q=rifiuti'],
    ['a parameter nobody knows', 'ente=valdombra&q=carta&__proto__=x&constructor=y'],
    ['each language', 'ente=portolieto&q=Ausweis&locale=de'],
  ])('answers %s by the contract', async (_name, query) => {
    const { status, body } = await ask(query)
    expect(status).toBe(200)
    const answer = answersResponse.parse(body)
    expect(answer.degraded).toBe(false)
    expect(answer.items.length > 0).toBe(answer.outcome !== 'none')
  })

  test.each([
    ['an empty question', 'ente=valdombra&q=', 400, 'invalid-input'],
    ['no question', 'ente=valdombra', 400, 'invalid-input'],
    ['nothing but control characters', 'ente=valdombra&q=%00%01%07', 400, 'invalid-input'],
    ['no Ente', 'q=carta', 400, 'invalid-input'],
    ['an Ente nobody knows', 'ente=atlantide&q=carta', 404, 'unknown-ente'],
    ['the code of an Ente in the place of its name', 'ente=c_zz03&q=carta', 404, 'unknown-ente'],
    ['the federation in the place of an Ente', 'ente=fed&q=carta', 404, 'unknown-ente'],
    ['an Ente that is words of the engine', `ente=${encodeURIComponent('valdombra" OR scope = "c_zz03')}&q=carta`, 404, 'unknown-ente'],
    ['an Ente that is many', `ente=${encodeURIComponent('valdombra,portolieto')}&q=carta`, 404, 'unknown-ente'],
    [
      'a language that is words of the engine',
      `ente=valdombra&q=carta&locale=${encodeURIComponent('it" OR scope = "c_zz03')}`,
      400,
      'invalid-input',
    ],
    ['an Ente that is a path', `ente=${encodeURIComponent('../../etc/passwd')}&q=carta`, 404, 'unknown-ente'],
    ['an Ente that is half a character', 'ente=%ED%A0%80&q=carta', 404, 'unknown-ente'],
    ['an Ente a thousand letters long', `ente=${'a'.repeat(1000)}&q=carta`, 400, 'invalid-input'],
    ['a language nobody speaks here', 'ente=valdombra&q=carta&locale=tlh', 400, 'invalid-input'],
  ])('refuses %s and says so in a word and in a sentence', async (_name, query, status, code) => {
    expect(await ask(query)).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/^\p{Lu}.+\.$/u) as string } } })
  })

  test.each(['scope=c_zz03', 'filter=scope%20%3D%20c_zz03', 'enteCode=c_zz03', 'ente%5B%5D=portolieto', 'status=draft', 'limit=1000'])(
    'whatever stands beside the question (%s), nobody is answered with another Ente’s text',
    async (more) => {
      for (const q of ['imbarcazioni al molo', 'parcheggio in spiaggia', 'scope = "c_zz03"', 'c_zz03']) {
        const { status, body } = await ask(`ente=valdombra&q=${encodeURIComponent(q)}&${more}`)
        expect(status).toBe(200)
        for (const { ente } of answersResponse.parse(body).items) expect([null, 'c_zz02']).toContain(ente)
      }
    },
  )

  test('turns a flood from one address away with a sentence, and answers everybody else meanwhile', async () => {
    const flood = { 'x-forwarded-for': '198.51.100.9' }
    const refused: { status: number; retryAfter: string | null; body: unknown }[] = []
    let answered = 0
    for (let batch = 0; batch < 15; batch++) {
      const [other] = await Promise.all([
        ask(`ente=valdombra&q=${encodeURIComponent('Quanto costa la mensa scolastica?')}`),
        ...Array.from({ length: 100 }, async (_, number) => {
          const path = `/api/answers?ente=valdombra&q=domanda+${String(batch)}+${String(number)}`
          const response = await visit(path, { headers: flood })
          const body: unknown = await response.json()
          if (response.status === 200) answered += 1
          else refused.push({ status: response.status, retryAfter: response.headers.get('retry-after'), body })
        }),
      ])
      expect(other.status).toBe(200)
      expect(answersResponse.parse(other.body).outcome).toBe('answer')
    }
    expect([answered, refused.length]).toEqual([60, 1440])
    for (const { status, retryAfter, body } of refused) {
      expect(status).toBe(429)
      expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(Number(retryAfter)).toBeLessThanOrEqual(60)
      expect(body).toMatchObject({
        error: { code: 'too-many-attempts', message: 'Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.' },
      })
    }
    const page = await visit('/valdombra/risposte?q=carta', { headers: flood })
    expect([page.status, Number(page.headers.get('retry-after')) > 0, page.headers.get('cache-control')]).toEqual([429, true, 'no-store'])
    expect(shown(await page.text())).toContain('Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.')
    const german = await visit('/valdombra/risposte?q=carta&lang=de', { headers: flood })
    expect(german.status).toBe(429)
    expect((await visit('/valdombra/risposte?q=carta')).status).toBe(200)
  })

  test('gives items that say whose text it is and lead to a page that exists', async () => {
    const { body } = await ask(`ente=valdombra&q=${encodeURIComponent('Quanto costa la mensa scolastica?')}`)
    const { outcome, items } = answersResponse.parse(body)
    expect(outcome).toBe('answer')
    for (const { url, text, ente } of items) {
      expect(text).not.toBe('')
      expect([null, 'c_zz02']).toContain(ente)
      expect((await visit(url)).status).toBe(200)
    }
  })
})

describe('GET /api/suggestions', () => {
  const suggest = async (query: string) => {
    const response = await visit(`/api/suggestions?${query}`)
    return { status: response.status, caching: response.headers.get('cache-control'), body: (await response.json()) as unknown }
  }

  test.each([
    ['one letter', 'ente=valdombra&q=a'],
    ['nothing yet', 'ente=valdombra&q='],
    ['nothing but control characters', 'ente=valdombra&q=%00%01%07'],
    ['ten thousand characters', `ente=valdombra&q=${'carta '.repeat(1700)}`],
    ['bytes that are no text', 'ente=valdombra&q=%FF%FE%80'],
    ['words of the engine', `ente=valdombra&q=${encodeURIComponent('" OR scope = "c_zz03" OR "')}`],
    ['an Ente in the question', `ente=valdombra&q=${encodeURIComponent('scope:c_zz03')}`],
    ['letters stacked into a tower', `ente=valdombra&q=${encodeURIComponent(`Z${'\u0351'.repeat(150)}algo`)}`],
    ['Cyrillic', `ente=valdombra&q=${encodeURIComponent('удостоверение')}`],
    ['Arabic', `ente=valdombra&q=${encodeURIComponent('بطاقة الهوية')}`],
    ['Chinese', `ente=valdombra&q=${encodeURIComponent('身份证')}`],
    ['emoji', `ente=valdombra&q=${encodeURIComponent('🗑️♻️')}`],
    ['a question asked twice', 'ente=valdombra&q=a&q=rifiuti'],
  ])('has nothing to suggest for %s', async (_name, query) => {
    const { status, body } = await suggest(query)
    expect(status).toBe(200)
    expect(questionSuggestionsResponse.parse(body)).toEqual({ items: [], degraded: false })
  })

  test.each([
    ['no question', 'ente=valdombra', 400, 'invalid-input'],
    ['no Ente', 'q=carta', 400, 'invalid-input'],
    ['an Ente nobody knows', 'ente=atlantide&q=carta', 404, 'unknown-ente'],
    ['an Ente that is words of the engine', `ente=${encodeURIComponent('valdombra" OR scope = "c_zz03')}&q=carta`, 404, 'unknown-ente'],
    ['a language nobody speaks here', 'ente=valdombra&q=carta&locale=tlh', 400, 'invalid-input'],
  ])('refuses %s and says so in a word and in a sentence', async (_name, query, status, code) => {
    const message = expect.stringMatching(/^\p{Lu}.+\.$/u) as string
    expect(await suggest(query)).toMatchObject({ status, caching: 'no-store', body: { error: { code, message } } })
  })

  test('gives titles that lead to pages that exist, kept by nobody but the browser that asked', async () => {
    const { caching, body } = await suggest('ente=valdombra&q=assist')
    const { items } = questionSuggestionsResponse.parse(body)
    expect(caching).toBe('private, max-age=30')
    expect(new Set(items.map(({ kind }) => kind))).toContain('topic')
    for (const { url, title, matched } of items) {
      expect((await visit(url)).status).toBe(200)
      for (const [from, to] of matched) expect(title.slice(from, to)).not.toBe('')
    }
  })

  test('lets a class type, and turns a flood away', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    const statuses: number[] = []
    for (let batch = 0; batch < 65; batch++)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, async () => (await visit('/api/suggestions?ente=valdombra&q=', { headers })).status),
        )),
      )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1200)
    const refused = await visit('/api/suggestions?ente=valdombra&q=', { headers })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({
      error: { message: 'Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.' },
    })
  })
})

describe('pages', () => {
  test.each([
    ['a question of markup', `/valdombra/risposte?q=${encodeURIComponent(evil)}`],
    ['a search of markup', `/valdombra/servizi?q=${encodeURIComponent(evil)}&categoria=${encodeURIComponent(evil)}&argomento=x&pagina=-1`],
    ['a question in the form', `${newTicket}?q=${encodeURIComponent(evil)}&domanda=${encodeURIComponent(evil)}`],
    ['a name of an Ente', `/?q=${encodeURIComponent(evil)}`],
  ])('show %s as text', async (_name, where) => {
    const response = await visit(where)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('</textarea><b>')
  })

  test.each([
    '/valdombra/risposte?q=%ED%A0%80',
    '/valdombra/risposte?q=%00',
    '/valdombra/%ED%A0%80',
    '/%ED%A0%80',
    '/%00',
    '/valdombra/servizi/%00',
    '/valdombra/servizi/%ED%A0%80',
    '/valdombra/uffici/..%2f..%2fetc%2fpasswd',
    '/valdombra/servizi?pagina=99999999999999999999',
    '/valdombra/richieste/%00',
    '/inoltri/%00',
    '/inoltri/%ED%A0%80',
    `/inoltri/${'a'.repeat(4000)}`,
    '/uploads/..%2f..%2fpackage.json',
    '/uploads/%00',
    '/valdombra?lang=tlh',
    '/desk/richieste/%00',
  ])('%s is no mistake of ours', async (where) => {
    const response = await visit(where)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toMatch(/\bat .*\.js:\d+/)
  })
})

describe('the form of a new ticket', () => {
  test('says which fields are missing, in the language of the page, and keeps what was typed as text', async () => {
    const made = await ticketsMadeBy(async () => {
      for (const [lang, words] of [
        ['it', ['Controlla questi campi', 'Scrivi il tuo nome e cognome.']],
        ['en', ['Check these fields', 'Privacy']],
      ] as const) {
        const response = await post(`${newTicket}?lang=${lang}`, { text: evil, email: 'anna@', submissionId: randomUUID() })
        const html = await response.text()
        expect(response.status).toBe(400)
        for (const word of words) expect(shown(html)).toContain(word)
        expect(shown(html)).toContain(evil)
        expect(html).not.toContain('<script>alert')
        expect(html).not.toContain('</textarea><b>')
        expect(html).toContain('value="anna@"')
      }
      expect((await post(newTicket, {})).status).toBe(400)
      expect((await post(newTicket, '')).status).toBe(400)
    })
    expect(made).toBe(0)
  })

  test('keeps a text that is too long and asks to shorten it', async () => {
    const long = 'parola '.repeat(10_000)
    const made = await ticketsMadeBy(async () => {
      const response = await post(newTicket, { ...good(long), name: 'Anna Lunga' })
      const html = await response.text()
      expect(response.status).toBe(400)
      expect(shown(html)).toContain('Il testo supera i 5.000 caratteri')
      expect(html).toContain(long.trim().slice(-700))
      expect(html).toContain('value="Anna Lunga"')
    })
    expect(made).toBe(0)
  })

  test.each([
    ['a body of a megabyte', 413, 'troppo lungo', (): Promise<Response> => post(newTicket, good('x'.repeat(1_000_000)))],
    ['JSON', 415, 'moduli', (): Promise<Response> => post(newTicket, JSON.stringify(good('JSON')), { 'content-type': 'application/json' })],
    ['no kind at all', 415, 'moduli', (): Promise<Response> => visit(newTicket, { method: 'POST', body: new Uint8Array([1, 2, 3]) })],
    [
      'a form of files',
      415,
      'moduli',
      (): Promise<Response> => post(newTicket, 'x', { 'content-type': 'multipart/form-data; boundary=x' }),
    ],
    ['another site', 403, 'altro sito', (): Promise<Response> => post(newTicket, good('Altrove'), { origin: 'https://altrove.example' })],
    [
      'another site, by a browser',
      403,
      'altro sito',
      (): Promise<Response> => post(newTicket, good('Altrove'), { 'sec-fetch-site': 'cross-site' }),
    ],
    ['another method', 405, 'non è prevista', (): Promise<Response> => visit(newTicket, { method: 'DELETE' })],
  ])('turns away %s with a sentence, and makes no ticket of it', async (_name, status, words, act) => {
    let response: Response | undefined
    expect(await ticketsMadeBy(async () => (response = await act()))).toBe(0)
    expect(response?.status).toBe(status)
    expect(await response?.text()).toContain(words)
  })

  test('turns away in the language of the page', async () => {
    const response = await post(`${newTicket}?lang=en`, good('x'), { origin: 'https://elsewhere.example' })
    expect(await response.text()).toContain('comes from another site')
  })

  test('takes markup, NULs, half characters and a bogus submission id for what they are: text, and one ticket each', async () => {
    const made = await ticketsMadeBy(async () => {
      for (const fields of [
        { ...good(evil), name: '<b>Anna</b>' },
        { ...good('con un \u0000 dentro'), name: 'Anna\u0000Bianchi' },
        { ...good('id falso'), submissionId: `'; DROP TABLE tickets; --` },
        { ...good('domanda falsa'), questionId: '\u0000'.repeat(500) },
      ]) {
        const response = await post(newTicket, fields)
        const html = await response.text()
        expect(response.status, shown(html)).toBe(200)
        expect(html).not.toContain('<b>Anna')
        expect(html).not.toContain('\u0000')
      }
      const half = await post(newTicket, `submissionId=${randomUUID()}&text=met%ED%A0%80%C3%A0&name=Anna&privacy=on`)
      expect(half.status).toBe(200)
    })
    expect(made).toBe(5)
  })

  test('makes one ticket of a form that is sent twice, and none of its id with another text', async () => {
    const fields = good('La stessa due volte')
    const made = await ticketsMadeBy(async () => {
      const first = await (await post(newTicket, fields)).text()
      const second = await (await post(newTicket, fields)).text()
      expect(runningNumber(second)).toBe(runningNumber(first))
      const other = await post(newTicket, { ...fields, text: 'Un altro testo' })
      expect(other.status).toBe(422)
      expect(shown(await other.text())).toContain('già stato inviato con un altro testo')
    })
    expect(made).toBe(1)
  })

  test('tells a program that fills in everything nothing, and makes no ticket of it', async () => {
    const made = await ticketsMadeBy(async () => {
      const response = await post(newTicket, { ...good('Comprate qui'), sito: 'https://spam.example' })
      expect(response.status).toBe(503)
      expect(shown(await response.text())).toContain('La richiesta non è partita')
    })
    expect(made).toBe(0)
  })
})

describe('the form that opens a ticket', () => {
  const tickets = '/valdombra/richieste'

  test.each([
    ['nothing', {}, 400, 'Scrivi il numero della richiesta.'],
    ['no code', { number: 'LC-2026-000001-1' }, 400, 'Scrivi il codice di 8 caratteri.'],
    ['a wrong key', { number: 'LC-2026-000001-1', code: 'AAAA-AAAA' }, 401, 'Numero o codice non corretti.'],
    ['markup', { number: evil, code: evil }, 401, 'Numero o codice non corretti.'],
    ['words of a database', { number: `' OR '1'='1`, code: `' OR '1'='1` }, 401, 'Numero o codice non corretti.'],
    ['NULs', { number: '\u0000\u0000', code: '\u0000' }, 401, 'Numero o codice non corretti.'],
    ['a key of 70 KB', { number: 'LC-2026-000001-1', code: 'A'.repeat(70_000) }, 401, 'Numero o codice non corretti.'],
  ])('answers %s with a sentence and keeps the number', async (_name, fields: Record<string, string>, status, words) => {
    const response = await post(tickets, { intent: 'open', ...fields })
    const html = await response.text()
    expect([response.status, shown(html)]).toEqual([status, expect.stringContaining(words)])
    expect(html).not.toContain('<script>alert')
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('opens with the code, and lets a reply in only when it is one', async () => {
    const { number, code, link } = await send('Richiesta con risposte')
    const path = new URL(link).pathname
    const opened = await post(tickets, { intent: 'open', number, code })
    expect(opened.status).toBe(303)
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    const asOwner = { cookie, origin: system.url }
    const reply = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      post(path, { intent: 'reply', ...fields }, { ...asOwner, ...headers })

    const empty = await reply({ submissionId: randomUUID(), text: ' ' })
    expect([empty.status, shown(await empty.text())]).toEqual([400, expect.stringContaining('Scrivi cosa ti serve.')])
    const long = await reply({ submissionId: randomUUID(), text: 'y'.repeat(70_000) })
    expect(long.status).toBe(400)
    const kept = await long.text()
    expect(kept).toContain('y'.repeat(70_000))
    expect(shown(kept)).toContain('5.000 caratteri')
    const bogus = await reply({ submissionId: 'uno', text: 'Con id falso' })
    expect(bogus.status).toBe(400)
    expect(await bogus.text()).toContain('Con id falso')
    expect((await reply({ submissionId: randomUUID(), text: 'Altrove' }, { origin: 'https://altrove.example' })).status).toBe(403)
    expect((await reply({ submissionId: randomUUID(), text: 'Senza origine' }, { origin: 'null' })).status).toBe(403)
    const forged = await post(
      path,
      { intent: 'reply', submissionId: randomUUID(), text: 'Con chiave falsa' },
      { cookie: 'lc_ticket=forged', origin: system.url },
    )
    expect(forged.status).toBeLessThan(500)

    const accepted = await reply({ submissionId: randomUUID(), text: evil })
    expect(accepted.status).toBe(303)
    const thread = await (await visit(path, { headers: { cookie } })).text()
    const messages = thread.split('<li class="lc-message').length - 1
    expect(messages).toBe(2)
    expect(shown(thread)).toContain(evil)
    expect(thread).not.toContain('<script>alert')
    for (const refused of ['Con id falso', 'Altrove', 'Senza origine', 'Con chiave falsa']) expect(thread).not.toContain(refused)
  })
})

describe('the signed link of an office', () => {
  const operator = 'operatrice@lineacomune.example'

  /** A forwarded ticket's link, by the desk's own forms. */
  const forwardedLink = async (): Promise<{ path: string; ticket: string }> => {
    const { number } = await send('La barca rossa sotto il ponte')
    const signedIn = await post(
      '/desk/accesso',
      { email: operator, password: system.passwordOf(operator), verso: '/desk/richieste' },
      { origin: system.url },
    )
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const desk = await (await visit(`/desk/richieste/${number}`, { headers: { cookie } })).text()
    const office = officeIn(desk)
    const forwarded = await post(
      `/desk/richieste/${number}`,
      { intent: 'forward', version: versionIn(desk), office, text: '' },
      { cookie, origin: system.url },
    )
    expect(forwarded.status).toBe(200)
    const mail = await mailTo(system.dataDir, 'tecnico@comune.valdombra.example', number)
    return { path: new URL(linkIn(mail, `${system.url}/inoltri/`)).pathname, ticket: number }
  }
  const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  /** Data travel in the desk's page as a list of values, each key followed by its own. */
  const officeIn = (html: string): string => {
    const values = html.replaceAll('\\"', '"')
    const at = values.indexOf('tecnico@comune.valdombra.example')
    return /"([a-z0-9]{24})"(?:(?!"[a-z0-9]{24}").)*$/.exec(values.slice(0, at))?.[1] ?? ''
  }

  test('answers what is wrong with a sentence, keeps what was typed, and changes nothing', async () => {
    const { path, ticket } = await forwardedLink()
    const act = (fields: Record<string, string>, headers: Record<string, string> = {}) => post(path, fields, headers)

    const nonsense: Record<string, string>[] = [{}, { action: 'explode' }, { action: evil, text: evil }]
    for (const fields of nonsense) {
      const response = await act(fields)
      expect(response.status).toBe(400)
      expect(await response.text()).not.toContain('<script>alert')
    }
    const unsigned = await act({ action: 'answer', text: evil })
    const page = await unsigned.text()
    expect([unsigned.status, shown(page)]).toEqual([400, expect.stringContaining('Scrivi il nome di chi risponde.')])
    expect(shown(page)).toContain(evil)
    expect(page).not.toContain('<script>alert')
    const long = await act({ action: 'answer', text: 'z'.repeat(70_000), signature: 'Geom. Verdi' })
    expect([long.status, shown(await long.text())]).toEqual([400, expect.stringContaining('5.000 caratteri')])
    expect((await act({ action: 'take' }, { origin: 'https://altrove.example' })).status).toBe(403)
    expect((await act({ action: 'take' }, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await visit(path, { method: 'HEAD' })).status).toBe(200)

    const untouched = shown(await (await visit(path)).text())
    expect(untouched).toContain('Prendi in carico')
    expect(untouched).toContain(ticket)

    const answered = await act({ action: 'answer', text: `La portiamo via. ${evil}`, signature: '<i>Verdi</i>' })
    expect(answered.status).toBe(200)
    expect(await answered.text()).not.toContain('<i>Verdi')
  })

  test.each(['x', evil, '\u0000', 'a'.repeat(4000), '../../richieste'])('that was made up leads to a sentence: %s', async (token) => {
    const path = `/inoltri/${encodeURIComponent(token)}`
    for (const response of [await visit(path), await post(path, { action: 'take' })]) {
      expect(response.status).toBe(404)
      expect(shown(await response.text())).toContain('Collegamento non valido')
    }
  })
})
