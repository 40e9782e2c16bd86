// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'

type Query = Record<string, string | number | undefined>

const withQuery = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

const seg = encodeURIComponent

/** Every address of the site. Citizens' pages carry the language in the query, so that nothing need be remembered. */
export const paths = {
  enti: (query?: { q?: string; lang?: string }) => withQuery('/', query),
  home: (ente: string) => `/${seg(ente)}`,
  answers: (ente: string, query?: { q?: string }) => withQuery(`/${seg(ente)}/risposte`, query),
  services: (ente: string, query?: { categoria?: string; argomento?: string; q?: string; pagina?: number }) =>
    withQuery(`/${seg(ente)}/servizi`, query),
  service: (ente: string, slug: string) => `/${seg(ente)}/servizi/${seg(slug)}`,
  preview: (ente: string, token: string) => `/${seg(ente)}/anteprima/${seg(token)}`,
  faqs: (ente: string, query?: { pagina?: number; domanda?: string }) => withQuery(`/${seg(ente)}/domande`, query),
  offices: (ente: string) => `/${seg(ente)}/uffici`,
  office: (ente: string, slug: string) => `/${seg(ente)}/uffici/${seg(slug)}`,
  newTicket: (ente: string, query?: { q?: string; domanda?: string }) => withQuery(`/${seg(ente)}/richieste/nuova`, query),
  tickets: (ente: string) => `/${seg(ente)}/richieste`,
  ticket: (ente: string, number: string) => `/${seg(ente)}/richieste/${seg(number)}`,
  legalNotes: (ente: string) => `/${seg(ente)}/note-legali`,
  suggestions: (query: { ente: string; locale: Locale }) => withQuery('/api/suggestions', query),
  privacy: (ente: string) => `/${seg(ente)}/privacy`,
  theme: (ente: string) => `/${seg(ente)}/theme.css`,
  link: (token: string) => `/inoltri/${seg(token)}`,
  desk: () => '/desk',
  deskSignIn: (query?: { verso?: string }) => withQuery('/desk/accesso', query),
  deskSignOut: () => '/desk/uscita',
  deskTickets: (query?: { stato?: string; ente?: string; q?: string; pagina?: number }) => withQuery('/desk/richieste', query),
  deskTicket: (number: string) => `/desk/richieste/${seg(number)}`,
  deskAnswers: (query?: { ente?: string; q?: string; lang?: string }) => withQuery('/desk/risposte', query),
  deskDeliveries: (query?: { stato?: string; richiesta?: string; pagina?: number }) => withQuery('/desk/consegne', query),
  deskFigures: (query?: { ente?: string; settimane?: number }) => withQuery('/desk/andamento', query),
  deskDelivery: (id: string) => `/desk/consegne/${seg(id)}`,
} as const

/** The same address in another language; Italian, being the default, is not written. */
export const inLocale = (path: string, locale: Locale): string => {
  if (locale === defaultLocale || /[?&]lang=/.test(path)) return path
  return addQuery(path, { lang: locale })
}

/** An address with more in its query; a fragment stays at the end. */
export const addQuery = (path: string, query: Query): string => {
  const [beforeFragment = '', fragment] = path.split('#')
  const added = withQuery('', query).slice(1)
  const joint = beforeFragment.includes('?') ? '&' : '?'
  return `${beforeFragment}${added === '' ? '' : `${joint}${added}`}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The page that is being read, in another language. */
export const changeLanguage =
  (path: string, search: string) =>
  (locale: Locale): string => {
    const query = new URLSearchParams(search)
    query.delete('lang')
    const text = query.toString()
    return inLocale(text === '' ? path : `${path}?${text}`, locale)
  }
