// SPDX-License-Identifier: AGPL-3.0-or-later
import { panelCalls } from '@linea-comune/config'
import { secret, type Answer, type Persona, type World } from './world.js'
import { confirmedUid, contactUid, enteUid, faqUid, lexiconUid, officeUid, placeUid, sheetUid, topicUid } from './uids.js'

/** One try to read or change what belongs to somebody else. Nothing hidden may come back, and nothing of theirs may change. */
export interface Attack {
  name: string
  method: string
  path: (world: World) => string
  body?: (world: World) => unknown
  /** Statuses that alone are right, where an empty answer would not do. */
  refusedWith?: readonly number[]
}

const explorer = (uid: string, rest = ''): string => `/content-manager/collection-types/${uid}${rest}`
const relations = '/content-manager/relations'
const read = (name: string, path: string | ((w: World) => string), refusedWith?: readonly number[]): Attack => ({
  name: `read ${name}`,
  method: 'GET',
  path: typeof path === 'string' ? () => path : path,
  ...(refusedWith && { refusedWith }),
})
const write = (
  name: string,
  method: string,
  path: string | ((w: World) => string),
  body: unknown = {},
  refusedWith?: readonly number[],
): Attack => ({
  name: `write ${name}`,
  method,
  path: typeof path === 'string' ? () => path : path,
  body: typeof body === 'function' ? (body as (w: World) => unknown) : () => body,
  ...(refusedWith && { refusedWith }),
})
/** 429: Strapi counts tries at what needs no sign-in. */
const refused = [400, 401, 403, 404, 405, 429] as const

const lists = [sheetUid, faqUid, officeUid, placeUid, contactUid, lexiconUid, confirmedUid].flatMap((uid) => [
  read(`the list of ${uid}`, explorer(uid, '?pageSize=100')),
  read(`${uid} by search`, explorer(uid, `?_q=${secret}`)),
  read(`${uid} by the code of its Ente`, explorer(uid, '?filters[enteCode][$eq]=c_b')),
])

export const reads: readonly Attack[] = [
  ...lists,
  read('sheets by an alternative', explorer(sheetUid, '?filters[$or][0][enteCode]=c_b&filters[$or][1][id][$gt]=0')),
  read('sheets by a negation', explorer(sheetUid, '?filters[$not][enteCode][$eq]=c_a')),
  read('sheets by a name', explorer(sheetUid, `?filters[title][$contains]=${secret}`)),
  read('sheets of every language', explorer(sheetUid, '?locale=*')),
  read('sheets, published', explorer(sheetUid, '?status=published&pageSize=100')),
  read('sheets by state of publication', explorer(sheetUid, '?publicationStatusFilter=published-unmodified')),
  read('sheets by state of change', explorer(sheetUid, '?publicationStatusFilter=published-modified')),
  read('sheets never published', explorer(sheetUid, '?publicationFilter=never-published')),
  read('sheets with all they link', explorer(sheetUid, '?populate=*')),
  read('sheets by the name of a linked office', explorer(sheetUid, `?filters[offices][name][$startsWith]=Ufficio%20${secret}`)),
  read('questions by the text of their sheet', explorer(faqUid, `?filters[sheet][summary][$contains]=${secret}`)),
  read('questions in the order of their sheets', explorer(faqUid, '?sort=sheet.title:asc'), refused),
  read('questions in the order of their sheets, as an object', explorer(faqUid, '?sort[sheet][title]=asc'), refused),
  read('questions in the order of their sheets, in a list', explorer(faqUid, '?sort[0]=sheet.title'), refused),
  read('sheets by their author', explorer(sheetUid, '?filters[createdBy][email][$startsWith]=editor@b')),
  read('a draft', (w) => explorer(sheetUid, `/${w.b.sheet}?locale=it`)),
  read('a draft without language', (w) => explorer(sheetUid, `/${w.b.sheet}`)),
  read('a draft by its number', (w) => explorer(sheetUid, `/${String(w.b.row)}?locale=it`)),
  read('a published version', (w) => explorer(sheetUid, `/${w.b.published}?status=published`)),
  read('a language that is missing', (w) => explorer(sheetUid, `/${w.b.sheet}?locale=de`), refused),
  read('a draft of the federation', (w) => explorer(sheetUid, `/${w.shared.draft}?locale=it`)),
  read('a question', (w) => explorer(faqUid, `/${w.b.faq}?locale=it`)),
  read('an office', (w) => explorer(officeUid, `/${w.b.office}`)),
  read('a place', (w) => explorer(placeUid, `/${w.b.place}`)),
  read('a contact point', (w) => explorer(contactUid, `/${w.b.contact}`)),
  read('citizens’ words', (w) => explorer(lexiconUid, `/${w.b.words}`)),
  read('a confirmed question', (w) => explorer(confirmedUid, `/${w.b.confirmed}`)),
  read('the other Ente', (w) => explorer(enteUid, `/${w.enti.b}`)),
  read('the Enti', explorer(enteUid, '?pageSize=100')),
  read('the Enti by code', explorer(enteUid, '?filters[code][$eq]=c_b')),
  read('the Enti by their people', explorer(enteUid, '?filters[members][email][$startsWith]=editor@b')),
  read('links that stay drafts', (w) => explorer(sheetUid, `/${w.b.sheet}/actions/countDraftRelations`), refused),
  read(
    'links that stay drafts, of many',
    (w) => explorer(sheetUid, `/actions/countManyEntriesDraftRelations?documentIds[0]=${w.b.sheet}`),
    refused,
  ),
  ...(['offices', 'places', 'contactPoints'] as const).map((field) =>
    read(`${field} to link to a sheet`, `${relations}/${sheetUid}/${field}?pageSize=100`),
  ),
  read('sheets to link to a question', `${relations}/${faqUid}/sheet?_q=${secret}`),
  read('sheets to link, by filter', `${relations}/${faqUid}/sheet?filters[title][$contains]=${secret}`),
  read('sheets to link, by name of identity', (w) => `${relations}/${faqUid}/sheet?idsToInclude[0]=${w.b.sheet}`),
  read('sheets to link, by number', (w) => `${relations}/${faqUid}/sheet?idsToInclude[0]=${String(w.b.row)}`),
  read('sheets to link, in another’s name', (w) => `${relations}/${faqUid}/sheet?id=${w.b.faq}`, refused),
  read('places to link to an office', `${relations}/${officeUid}/places?pageSize=100`),
  read('people to link to an Ente', `${relations}/${enteUid}/members?pageSize=100`, refused),
  read('what a question links', (w) => `${relations}/${faqUid}/${w.b.faq}/sheet?status=draft&locale=it`, refused),
  read('what a sheet links', (w) => `${relations}/${sheetUid}/${w.b.sheet}/offices?status=draft&locale=it`, refused),
  read('who belongs to the other Ente', (w) => `${relations}/${enteUid}/${w.enti.b}/members`, refused),
  read('what a ticket holds', '/content-manager/collection-types/api::ticket.ticket', refused),
  read('what was sent', '/content-manager/collection-types/api::delivery.delivery', refused),
  read('what deliveries look like', '/content-manager/content-types/api::delivery.delivery/configuration', refused),
  read('what was changed last', '/content-manager/homepage/recent-documents?action=update'),
  read('what was published last', '/content-manager/homepage/recent-documents?action=publish'),
  read('how many there are of everything', '/admin/homepage/key-statistics', refused),
  read('where the other’s page would be', (w) => `/content-manager/preview/url/${sheetUid}?documentId=${w.b.sheet}&locale=it&status=draft`),
  read(
    'the fields to fill a language with',
    (w) => `/i18n/content-manager/get-fill-from-locale/${sheetUid}?documentId=${w.b.sheet}&sourceLocale=it&targetLocale=en`,
  ),
  read('the people', '/admin/users', refused),
  read('a person', (w) => `/admin/users/${String(w.users.b)}`, refused),
  read('the roles', '/admin/roles', refused),
  read('the tokens', '/admin/api-tokens', refused),
  read('the webhooks', '/admin/webhooks', refused),
  read('the media library', '/upload/files', refused),
  read('the folders of the media library', '/upload/folder-structure', refused),
  read('the plan of the content types', '/content-type-builder/schema', refused),
  read('through Strapi’s own API', '/api/service-sheets?status=draft', refused),
  read('one through Strapi’s own API', (w) => `/api/service-sheets/${w.b.sheet}?status=draft`, refused),
  read('the Enti through Strapi’s own API', '/api/enti?populate=*', refused),
  read('files through Strapi’s own API', '/api/upload/files', refused),
  read('types through Strapi’s own API', '/api/content-type-builder/content-types', refused),
  read('files outside the folder of uploads', '/uploads/..%2f..%2fsecrets%2finternal-token', refused),
]

const confirmed = { question: 'Quando passa il camion intruso?', page: '/comune-a/servizi/pubblicata-alfa' }
const words = { says: ['Intruso'], means: 'Intruso', reason: 'Intruso' }

export const writes: readonly Attack[] = [
  write('a draft', 'PUT', (w) => explorer(sheetUid, `/${w.b.sheet}?locale=it`), { title: 'Mia' }, refused),
  write('a draft by its number', 'PUT', (w) => explorer(sheetUid, `/${String(w.b.row)}?locale=it`), { title: 'Mia' }),
  write(
    'a language that is missing',
    'PUT',
    (w) => explorer(sheetUid, `/${w.b.sheet}?locale=en`),
    { title: 'Mine', locale: 'en' },
    refused,
  ),
  write(
    'a language that is missing, to own it',
    'PUT',
    (w) => explorer(sheetUid, `/${w.b.sheet}?locale=en`),
    { title: 'Mine', enteCode: 'c_a' },
    refused,
  ),
  write('the federation’s', 'PUT', (w) => explorer(sheetUid, `/${w.shared.sheet}?locale=it`), { title: 'Mia' }, refused),
  write(
    'with the identity of another',
    'PUT',
    (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`),
    (w: World) => ({ title: 'Scheda ALFA', documentId: w.b.sheet }),
  ),
  write(
    'with the number of another',
    'PUT',
    (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`),
    (w: World) => ({ title: 'Scheda ALFA', id: w.b.row }),
  ),
  write(
    'with another as its translation',
    'PUT',
    (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`),
    (w: World) => ({ title: 'Scheda ALFA', localizations: [w.b.row] }),
  ),
  write('in the other’s name', 'POST', explorer(sheetUid, '?locale=it'), { title: 'A nome di B', enteCode: 'c_b' }),
  write('in nobody’s name', 'POST', explorer(sheetUid, '?locale=it'), { title: 'Di nessuno', enteCode: null }),
  write('in the federation’s name', 'POST', explorer(faqUid, '?locale=it'), { question: 'Di tutti?', enteCode: '' }),
  write('one’s own into the other’s hands', 'PUT', (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`), { enteCode: 'c_b' }),
  write('one’s own into the federation’s hands', 'PUT', (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`), { enteCode: null }),
  write('citizens’ words', 'PUT', (w) => explorer(lexiconUid, `/${w.b.words}`), { means: 'Altro' }, refused),
  write('citizens’ words in the other’s name', 'POST', explorer(lexiconUid), { ...words, enteCode: 'c_b' }),
  write('citizens’ words in the federation’s name', 'POST', explorer(lexiconUid), { ...words, enteCode: '' }),
  write('deletion of citizens’ words', 'DELETE', (w) => explorer(lexiconUid, `/${w.b.words}`), undefined, refused),
  write('citizens’ words, to try them', 'POST', panelCalls.tryLexiconEntry.path, (w: World) => ({
    ...words,
    documentId: w.b.words,
    ente: 'c_b',
    language: 'it',
    active: true,
  })),
  write('the history of citizens’ words', 'POST', panelCalls.readLexiconHistory.path, (w: World) => ({ documentId: w.b.words })),
  write(
    'a confirmed question',
    'PUT',
    (w) => explorer(confirmedUid, `/${w.b.confirmed}`),
    { question: 'Quando passa altro camion?' },
    refused,
  ),
  write('a confirmed question in the other’s name', 'POST', explorer(confirmedUid), { ...confirmed, enteCode: 'c_b' }),
  write('a confirmed question in the federation’s name', 'POST', explorer(confirmedUid), { ...confirmed, enteCode: '' }),
  write(
    'a confirmed question answered by another’s text',
    'POST',
    explorer(confirmedUid),
    (w: World) => ({
      ...confirmed,
      page: `/comune-b/servizi/pubblicata-riservato`,
      answer: w.b.published,
    }),
    refused,
  ),
  write('deletion of a confirmed question', 'DELETE', (w) => explorer(confirmedUid, `/${w.b.confirmed}`), undefined, refused),
  write('publication', 'POST', (w) => explorer(sheetUid, `/${w.b.sheet}/actions/publish?locale=it`), {}, refused),
  write(
    'publication with a text',
    'POST',
    (w) => explorer(sheetUid, `/${w.b.sheet}/actions/publish?locale=it`),
    { title: 'Mia', enteCode: 'c_a' },
    refused,
  ),
  write(
    'publication of one’s own and another',
    'POST',
    explorer(sheetUid, '/actions/bulkPublish'),
    (w: World) => ({ documentIds: [w.b.sheet, w.a.sheet], locale: ['it'] }),
    refused,
  ),
  write('a new sheet published with another’s identity', 'POST', explorer(sheetUid, '/actions/publish?locale=it'), (w: World) => ({
    title: 'Mia',
    documentId: w.b.sheet,
  })),
  write('withdrawal', 'POST', (w) => explorer(sheetUid, `/${w.b.published}/actions/unpublish?locale=it`), {}, refused),
  write(
    'withdrawal of several',
    'POST',
    explorer(sheetUid, '/actions/bulkUnpublish'),
    (w: World) => ({ documentIds: [w.b.published], locale: ['it'] }),
    refused,
  ),
  write('discarding', 'POST', (w) => explorer(sheetUid, `/${w.b.published}/actions/discard?locale=it`), {}, refused),
  write('deletion', 'DELETE', (w) => explorer(sheetUid, `/${w.b.sheet}?locale=*`), undefined, refused),
  write('deletion of a language', 'DELETE', (w) => explorer(sheetUid, `/${w.b.sheet}?locale=it`), undefined, refused),
  write('deletion of several', 'POST', explorer(sheetUid, '/actions/bulkDelete'), (w: World) => ({ documentIds: [w.b.sheet] }), refused),
  write('a copy', 'POST', (w) => explorer(sheetUid, `/clone/${w.b.sheet}?locale=it`), { title: 'Copia' }, refused),
  write(
    'a copy under one’s own code',
    'POST',
    (w) => explorer(sheetUid, `/clone/${w.b.sheet}?locale=it`),
    { title: 'Copia', enteCode: 'c_a' },
    refused,
  ),
  write('a copy at one click', 'POST', (w) => explorer(officeUid, `/auto-clone/${w.b.office}`), {}, refused),
  write('checking several', 'POST', explorer(sheetUid, '/actions/bulkFindForValidation'), (w: World) => ({
    documentIds: [w.b.sheet, w.b.published],
    locale: 'it',
  })),
  write('an office', 'PUT', (w) => explorer(officeUid, `/${w.b.office}`), { name: 'Mio' }, refused),
  write('a place', 'DELETE', (w) => explorer(placeUid, `/${w.b.place}`), undefined, refused),
  write('a contact point', 'PUT', (w) => explorer(contactUid, `/${w.b.contact}`), { name: 'Mio' }, refused),
  write('a question', 'DELETE', (w) => explorer(faqUid, `/${w.b.faq}?locale=it`), undefined, refused),
  ...(
    [
      ['by identity', (w: World) => ({ connect: [{ documentId: w.b.sheet }] })],
      ['by number', (w: World) => ({ connect: [{ id: w.b.row }] })],
      ['by number as a text', (w: World) => ({ connect: [String(w.b.row)] })],
      ['plainly', (w: World) => w.b.sheet],
      ['plainly by number', (w: World) => w.b.row],
      ['as a whole list', (w: World) => ({ set: [{ documentId: w.b.sheet }] })],
      ['behind one’s own', (w: World) => ({ connect: [{ documentId: w.a.sheet }, { id: w.b.row }] })],
      ['behind one’s own identity', (w: World) => ({ connect: [{ documentId: w.a.sheet, id: w.b.row }] })],
    ] as const
  ).map(([how, sheet]) =>
    write(
      `a link to a sheet, ${how}`,
      'POST',
      explorer(faqUid, '?locale=it'),
      (w: World) => ({ question: 'Oracolo?', sheet: sheet(w) }),
      refused,
    ),
  ),
  write(
    'a link to an office',
    'PUT',
    (w) => explorer(sheetUid, `/${w.a.sheet}?locale=it`),
    (w: World) => ({ offices: { connect: [{ documentId: w.b.office }] } }),
    refused,
  ),
  write(
    'a link to a place',
    'PUT',
    (w) => explorer(officeUid, `/${w.a.office}`),
    (w: World) => ({ places: { connect: [{ documentId: w.b.place }] } }),
    refused,
  ),
  write(
    'a link to a contact point',
    'PUT',
    (w) => explorer(officeUid, `/${w.a.office}`),
    (w: World) => ({ contactPoints: { connect: [{ documentId: w.b.contact }] } }),
    refused,
  ),
  write(
    'a link to a draft of the federation',
    'PUT',
    (w) => explorer(faqUid, `/${w.a.faq}?locale=it`),
    (w: World) => ({ sheet: { connect: [{ documentId: w.b.published }] } }),
    refused,
  ),
  write('the other Ente', 'PUT', (w) => explorer(enteUid, `/${w.enti.b}`), { phone: '0' }, refused),
  write('its own code', 'PUT', (w) => explorer(enteUid, `/${w.enti.a}`), { code: 'c_b' }),
  write(
    'its own people',
    'PUT',
    (w) => explorer(enteUid, `/${w.enti.a}`),
    (w: World) => ({ members: { connect: [{ id: w.users.b }] } }),
  ),
  write('its own participation', 'PUT', (w) => explorer(enteUid, `/${w.enti.a}`), {
    lifecycle: 'left',
    slug: 'altro',
    name: 'Altro',
    webhookUrl: 'http://127.0.0.1',
  }),
  write('a new Ente', 'POST', explorer(enteUid), { code: 'c_z', slug: 'z', name: 'Z' }, refused),
  write('one Ente less', 'DELETE', (w) => explorer(enteUid, `/${w.enti.a}`), undefined, refused),
  write('a copy of an Ente', 'POST', (w) => explorer(enteUid, `/clone/${w.enti.a}`), { code: 'c_z', slug: 'z' }, refused),
  write('a term of a vocabulary', 'PUT', (w) => explorer(topicUid, `/${w.shared.topic}`), { name: 'Mio' }, refused),
  write('a new term', 'POST', explorer(topicUid), { code: 'zz', slug: 'zz', name: 'Mio' }, refused),
  write('one term less', 'DELETE', (w) => explorer(topicUid, `/${w.shared.topic}`), undefined, refused),
  write(
    'another model in the body',
    'POST',
    '/i18n/content-manager/actions/get-non-localized-fields',
    (w: World) => ({ model: sheetUid, id: w.b.row, locale: 'it' }),
    refused,
  ),
  write('a question whether an address is taken', 'POST', '/content-manager/uid/check-availability?locale=it', {
    contentTypeUID: sheetUid,
    field: 'slug',
    value: 'scheda-riservato',
  }),
  write('a proposal of an address', 'POST', '/content-manager/uid/generate?locale=it', {
    contentTypeUID: sheetUid,
    field: 'slug',
    data: { title: `Scheda ${secret}` },
  }),
  write('the panel’s own settings', 'PUT', `/content-manager/content-types/${sheetUid}/configuration`, { settings: {} }, refused),
  write('a person', 'POST', '/admin/users', { email: 'nuovo@x.example', firstname: 'N', lastname: 'N', roles: [1] }, refused),
  write('another’s password', 'PUT', (w) => `/admin/users/${String(w.users.b)}`, { password: 'Prova-Prova-9999' }, refused),
  write('one’s own roles', 'PUT', '/admin/users/me', { roles: [1], isActive: true }),
  write('a role', 'POST', '/admin/roles', { name: 'Nuovo', description: '' }, refused),
  write('a token', 'POST', '/admin/api-tokens', { name: 'mio', type: 'full-access', lifespan: null, description: '' }, refused),
  write('a token of the panel', 'POST', '/admin/admin-tokens', { name: 'mio', lifespan: null, description: '' }, refused),
  write('a webhook', 'POST', '/admin/webhooks', { name: 'mio', url: 'http://127.0.0.1:1', headers: {}, events: ['entry.create'] }, refused),
  read('a copy of everything', '/admin/transfer/runner/pull', refused),
  write('a language', 'POST', '/i18n/locales', { code: 'ja', name: 'Giapponese', isDefault: false }, refused),
  write('a mail', 'POST', '/email', { to: 'x@x.example', subject: 'x', text: 'x' }, refused),
  write('a file from elsewhere', 'POST', '/upload/actions/upload-from-urls', { urls: ['http://127.0.0.1:1/x'] }, refused),
  write('a folder', 'POST', '/upload/folders', { name: 'mia', parent: null }, refused),
  write('files away', 'POST', '/upload/actions/bulk-delete', { fileIds: [1], folderIds: [1] }, refused),
  write(
    'an account through Strapi’s own API',
    'POST',
    '/api/auth/local/register',
    { username: 'x', email: 'x@x.example', password: 'Prova-Prova-1' },
    refused,
  ),
  write('a sheet through Strapi’s own API', 'POST', '/api/service-sheets', { data: { title: 'x' } }, refused),
  write(
    'the first administrator again',
    'POST',
    '/admin/register-admin',
    { email: 'x@x.example', firstname: 'x', lastname: 'x', password: 'Prova-Prova-1' },
    refused,
  ),
]

/** Requests that must get the very same answer, or it would tell what is hidden. */
export interface Oracle {
  name: string
  method: string
  path: (world: World, guess: string) => string
  body?: (world: World, guess: string) => unknown
  /** A guess that is right about something hidden, and one that is wrong. */
  guesses: (world: World) => readonly [string, string]
}

export const oracles: readonly Oracle[] = [
  {
    name: 'a filter on the text of a linked sheet',
    method: 'GET',
    path: (_w, guess) => explorer(faqUid, `?filters[sheet][summary][$startsWith]=${encodeURIComponent(guess)}`),
    guesses: () => [`Sintesi ${secret}`, 'Sintesi XYZ'],
  },
  {
    name: 'a filter on the author',
    method: 'GET',
    path: (_w, guess) => explorer(sheetUid, `?filters[updatedBy][email][$startsWith]=${guess}`),
    guesses: () => ['admin@', 'zzz@'],
  },
  {
    name: 'the address of a page',
    method: 'POST',
    path: () => '/content-manager/uid/check-availability?locale=it',
    body: (_w, guess) => ({ contentTypeUID: sheetUid, field: 'slug', value: guess }),
    guesses: () => ['scheda-riservato', 'scheda-inventata'],
  },
  {
    name: 'a document that is there and one that is not, read',
    method: 'GET',
    path: (_w, guess) => `${relations}/${faqUid}/sheet?idsToInclude[0]=${guess}`,
    guesses: (w) => [w.b.sheet, 'abcdefghijklmnopqrstuvwx'],
  },
  {
    name: 'a document that is there and one that is not, linked',
    method: 'POST',
    path: () => explorer(faqUid, '?locale=it'),
    body: (_w, guess) => ({ question: 'Oracolo?', sheet: { connect: [{ documentId: guess }] } }),
    guesses: (w) => [w.b.sheet, 'abcdefghijklmnopqrstuvwx'],
  },
  {
    name: 'the count of what is found',
    method: 'GET',
    path: (_w, guess) => explorer(sheetUid, `?filters[title][$contains]=${guess}&pageSize=1`),
    guesses: () => [secret, 'XYZXYZ'],
  },
]

/** What an answer or the database betrays; null when it held. */
export const faultOf = (world: World, attack: Attack, answer: Answer, before: string, after: string): string | null => {
  const echoed = JSON.stringify([attack.path(world), attack.body?.(world)])
  if (answer.text.includes(secret) && !isEcho(answer))
    return `status ${String(answer.status)} shows a text of another: ${excerpt(answer.text, secret)}`
  const account = /\$2[aby]\$\d\d\$|[\w.-]+@b\.example/.exec(answer.text)?.[0]
  if (account !== undefined && !echoed.includes(account))
    return `status ${String(answer.status)} shows an account: ${excerpt(answer.text, account)}`
  const id = world.hidden.find((hidden) => answer.text.includes(hidden) && !echoed.includes(hidden))
  if (id !== undefined) return `status ${String(answer.status)} shows a document of another: ${excerpt(answer.text, id)}`
  if (before !== after) return `status ${String(answer.status)} changed what is another’s: ${firstDifference(before, after)}`
  if (answer.status >= 500) return `status ${String(answer.status)}: ${answer.text.slice(0, 200)}`
  if (attack.refusedWith && !attack.refusedWith.includes(answer.status))
    return `status ${String(answer.status)} where a refusal was due: ${answer.text.slice(0, 200)}`
  return null
}

const firstDifference = (before: string, after: string): string => {
  let at = 0
  while (before[at] === after[at]) at++
  return `${before.slice(Math.max(0, at - 80), at + 80)} → ${after.slice(Math.max(0, at - 80), at + 80)}`
}

/** A proposed address is made of what was sent. */
const isEcho = ({ text, body }: Answer): boolean => typeof body.data === 'string' && text.length < 80

const excerpt = (text: string, at: string): string => text.slice(Math.max(0, text.indexOf(at) - 80), text.indexOf(at) + 80)

/** Headers an attacker may add: to be at work for another Ente. */
export const pretended: Record<string, string> = { 'x-ente': 'c_b' }

/** Who tries: everybody who has no business with B. `both` does, and so is looked at apart. */
export const attackers: readonly Persona[] = [
  'publisher',
  'writer',
  'second',
  'custom',
  'agent',
  'stranger',
  'operator',
  'supervisor',
  'board',
  'nobody',
]
