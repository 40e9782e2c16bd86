// SPDX-License-Identifier: AGPL-3.0-or-later
import { findTerm, lifeEvents, serviceCategories, topics } from '@linea-comune/config'
import { cleanRichText } from '../text/clean-text'
import { linksOf, rowsOf, textOf, wordsOf, type Graph, type Link, type Thing } from './opencity-graph'
import { toPeriod } from './opencity-hours'
import type { Mapped } from './opencity-organisation'

/** OpenCity's categories of before the Modello Comuni, where the model has another name for the same. */
const categoryNames: Record<string, string> = {
  'Edilizia e urbanistica': 'Catasto e urbanistica',
  'Tributi e finanze': 'Tributi, finanze e contravvenzioni',
  'Attività produttive e commercio': 'Imprese e commercio',
  'Elezioni e partecipazione': 'Anagrafe e stato civile',
}

/** The same for topics, which were terms of EuroVoc. What is not here and not among the 64 becomes a keyword. */
const topicNames: Record<string, string> = {
  Associazione: 'Associazioni',
  'Area di parcheggio': 'Parcheggi',
  'Gestione dei rifiuti': 'Gestione rifiuti',
  'Imprese e attività produttive': 'Imprese',
  'Procedura elettorale e voto': 'Elezioni',
  'Protezione sociale': 'Assistenza sociale',
  'Urbanistica ed edilizia': 'Urbanizzazione',
}
/** Topics that say nothing about a Comune's service. */
const emptyTopics: ReadonlySet<string> = new Set(['Comune'])

/** Parts of a section, each under its heading if it has one; HTML of the source becomes Markdown here, since both meet in one text. */
type Part = string | { heading: string; body: string }

const section = (...parts: Part[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.body === '' ? '' : `**${part.heading}**\n\n${part.body}`))
    .filter((part) => part !== '')
    .join('\n\n')

const bullets = (lines: readonly string[]): string =>
  lines
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n')

export const toSheetRow = (thing: Thing, graph: Graph): Mapped => {
  const warnings: string[] = []
  const rich = (field: string, of: Record<string, unknown> = thing): string => {
    const { text, droppedLinks } = cleanRichText(textOf(of, field))
    for (const link of new Set(droppedLinks))
      warnings.push(`${field}: tolto il collegamento «${link.slice(0, 120)}», che qui non porta da nessuna parte; il suo testo resta`)
    return text
  }
  const channels = linksOf(graph, thing, 'has_channel').map(toChannel)
  const online = channels.find((channel) => channel.url !== undefined)
  const offices = linksOf(graph, thing, 'holds_role_in_time_ufficio')
  const points = linksOf(graph, thing, 'has_online_contact_point')
  const places = linksOf(graph, thing, 'is_physically_available_at')
  const named = linksOf(graph, thing, 'topics').map((topic) => topicNames[topic.name] ?? topic.name)
  const isTopic = (name: string): boolean => findTerm(topics, name) !== undefined
  const status = wordsOf(thing, 'has_service_status')[0] ?? 'Attivo'
  const active = status === 'Attivo' || status.startsWith('Servizio interno')
  const present = (links: readonly Link[]): string[] => links.filter((link) => link.thing !== undefined).map((link) => link.id)
  for (const link of [...offices, ...points, ...places, ...linksOf(graph, thing, 'has_channel')])
    if (link.thing === undefined) warnings.push(`«${link.name}» (${link.id}) non è fra i file dati: il collegamento resta fuori`)

  const raw: Record<string, unknown> = {
    id: thing.id,
    locale: 'it',
    title: textOf(thing, 'name') || textOf(thing, 'data_name'),
    summary: textOf(thing, 'abstract'),
    audience: section(rich('audience'), { heading: 'Chi può fare domanda', body: rich('applicants') }),
    howTo: rich('how_to'),
    needed: section(rich('has_input'), {
      heading: 'Moduli',
      body: bullets(linksOf(graph, thing, 'has_module_input').map((link) => link.name)),
    }),
    outcome: section(...linksOf(graph, thing, 'produces_output').map((output) => toOutput(output, rich)), rich('output_notes')),
    times: section(...toTimes(thing, graph, warnings)),
    costs: toCosts(rowsOf(thing, 'has_cost')),
    access: section(
      { heading: 'Online', body: bullets(channels.map(({ label, url }) => (url === undefined ? label : toMarkdownLink(label, url)))) },
      {
        heading: 'Come ci si identifica',
        body: section(toAuthentication(wordsOf(thing, 'has_authentication_method')), rich('authentication_method_note')),
      },
      { heading: 'Allo sportello', body: bullets(places.map(toPlaceLine)) },
    ),
    constraints: rich('conditions'),
    specialCases: rich('exceptions'),
    furtherInfo: section(
      rich('description'),
      { heading: 'Regole', body: bullets(linksOf(graph, thing, 'is_compliant_with_rule').map((link) => link.name)) },
      {
        heading: 'Servizi collegati',
        body: bullets(
          [...linksOf(graph, thing, 'requires_service'), ...linksOf(graph, thing, 'relation_service')].map((link) => link.name),
        ),
      },
      { heading: 'Per saperne di più', body: bullets(rowsOf(thing, 'link').map(toWebLink)) },
    ),
    // With the offices themselves the page shows their numbers; without, at least the name is not lost.
    contacts: bullets([...offices, ...points].filter((link) => link.thing === undefined).map((link) => link.name)),
    keywords: [
      ...new Set([
        ...wordsOf(thing, 'service_keyword'),
        ...wordsOf(thing, 'alternative_name'),
        ...named.filter((name) => !isTopic(name) && !emptyTopics.has(name)),
      ]),
    ],
    category: wordsOf(thing, 'type')
      .map((name) => categoryNames[name] ?? name)
      .filter((name) => findTerm(serviceCategories, name) !== undefined),
    topics: [...new Set(named.filter(isTopic))],
    lifeEvents: toLifeEvents(wordsOf(thing, 'is_part_of_event')),
    offices: present(offices),
    contactPoints: present(points),
    places: present(places),
    onlineUrl: online?.url,
    onlineLabel: online?.label,
    active,
    inactiveReason: active ? undefined : textOf(thing, 'status_note') || status,
    provenance: 'OpenCity',
  }
  for (const name of wordsOf(thing, 'type'))
    if (findTerm(serviceCategories, categoryNames[name] ?? name) === undefined)
      warnings.push(`type: «${name}» non è fra le 15 categorie del Modello Comuni: lasciata fuori`)
  return {
    raw: Object.fromEntries(
      Object.entries(raw).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
    ),
    warnings,
  }
}

/** `https://…|Vai al servizio` */
const toChannel = ({ name, thing }: Link): { label: string; url?: string } => {
  const [url = '', label = ''] = (thing === undefined ? '' : textOf(thing, 'channel_url')).split('|').map((part) => part.trim())
  const text = capitalise((label === '' ? name : label).trim())
  return /^https?:\/\//.test(url) ? { label: text, url: url.replace(/\s/g, '%20') } : { label: text }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const toOutput = ({ name, thing }: Link, rich: (field: string, of: Record<string, unknown>) => string): string => {
  const description = thing === undefined ? '' : rich('description', thing) || rich('abstract', thing)
  return description === '' ? name : `**${name}**\n\n${description}`
}

const days = (value: string): string => (value === '1' ? '1 giorno' : /^\d+$/.test(value) ? `${value} giorni` : value)

const toTimes = (thing: Thing, graph: Graph, warnings: string[]): Part[] => {
  const longest = textOf(thing, 'has_processing_time')
  const average = textOf(thing, 'average_processing_time')
  const periods = linksOf(graph, thing, 'has_temporal_coverage').flatMap(({ name, thing: period }) => {
    const when = period === undefined ? '' : toPeriod(period)
    if (period !== undefined && Date.parse(textOf(period, 'valid_through')) < Date.now())
      warnings.push(`has_temporal_coverage: «${name}» è un periodo già finito: la scheda va aggiornata`)
    return when === '' ? [] : [`${name}: ${when}`]
  })
  return [
    longest === '' ? '' : `Tempo massimo: ${days(longest)}.`,
    average === '' ? '' : `Tempo medio: ${days(average)}.`,
    bullets(periods),
  ]
}

/** `16.00`, `47,7`, `150` → `16,00 €`, `47,70 €`, `150 €` */
const toMoney = (value: string, currency: string): string => {
  const amount = value.replace(/[.,](\d)$/, ',$10').replace(/\.(\d{2})$/, ',$1')
  return `${amount} ${currency === '' || /^euro?$/i.test(currency) ? '€' : currency}`
}

const toCosts = (rows: readonly Record<string, unknown>[]): string => {
  const costs = rows.map((row) => ({
    what: textOf(row, 'characteristic'),
    note: textOf(row, 'description'),
    value: textOf(row, 'value'),
    currency: textOf(row, 'currency'),
  }))
  const said = costs.filter(({ what, note, value }) => what !== '' || note !== '' || value !== '')
  const isFree = (value: string): boolean => /^0+([.,]0+)?$/.test(value)
  if (said.length === 0) return ''
  const [only] = said
  if (said.length === 1 && only !== undefined && isFree(only.value) && only.what === '')
    return only.note === '' || /gratuit/i.test(only.note) ? 'Il servizio è gratuito.' : `Il servizio è gratuito: ${only.note}.`
  return bullets(
    said.map(({ what, note, value, currency }) => {
      const price = value === '' ? '' : isFree(value) ? 'gratuito' : `**${toMoney(value, currency)}**`
      const [name, detail] = what === '' ? [note, ''] : [what, note]
      return `${[capitalise(name), price].filter((part) => part !== '').join(': ')}${detail === '' ? '' : ` (${detail})`}`
    }),
  )
}

const toAuthentication = (methods: readonly string[]): string =>
  methods.length === 0 ? '' : methods[0] === 'Nessuna' ? 'Non serve identificarsi.' : bullets(methods)

const toPlaceLine = ({ name, thing }: Link): string => {
  const address = textOf((thing?.has_address ?? {}) as Record<string, unknown>, 'address')
  return address === '' ? name : `${name}, ${address}`
}

const toWebLink = (row: Record<string, unknown>): string => {
  const url = textOf(row, 'link')
  const name = textOf(row, 'nome_sito') || url
  return /^https?:\/\//.test(url) ? toMarkdownLink(name, url) : textOf(row, 'nome_sito')
}

const toMarkdownLink = (label: string, url: string): string =>
  `[${label.replace(/[[\]]/g, '')}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29')})`

/** Names with commas arrive in pieces. */
const toLifeEvents = (pieces: readonly string[]): string[] =>
  [pieces.join(', '), ...pieces].flatMap((name) => {
    const term =
      findTerm(lifeEvents, name) ??
      (name === '' ? undefined : lifeEvents.find((event) => event.it.toLowerCase().startsWith(name.toLowerCase())))
    return term === undefined ? [] : [term.it]
  })
