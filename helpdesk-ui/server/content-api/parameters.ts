// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi'
import { defaultLocale, locales } from '@linea-comune/config'
import { Problem, type Sentence } from './problems.js'
import { termCode, type VocabularyName } from './vocabularies.js'

const longestPage = 100
export const defaultPage = 25
const sortings = ['title', '-title', 'updated', '-updated'] as const
export type Sorting = (typeof sortings)[number]

const word = z.string().min(1).max(200)

const integer = (text: string): number => Number(text)

const term = (vocabulary: VocabularyName, description: string, example: string) =>
  word
    .transform((value, context) => {
      const code = termCode(vocabulary, value)
      if (code === undefined) context.addIssue({ code: 'custom', message: 'unknown term' })
      return code ?? ''
    })
    .openapi({ type: 'string', description, example })

/** Every parameter once: what it must be for the program, and in words for the person who got it wrong. */
const parameters = {
  ente: {
    schema: word.openapi({ description: 'Solo i contenuti di questo Ente (codice IPA o slug), oppure `federation` per quelli comuni.' }),
    expects: { it: 'il codice o lo slug di un Ente, oppure federation', en: 'the code or slug of an Ente, or federation' },
  },
  visibleTo: {
    schema: word.openapi({
      description:
        'Ciò che vedono i cittadini di questo Ente: i suoi contenuti, e quelli comuni dove non ne ha di propri. In CPSV-AP è l’autorità competente dei contenuti comuni.',
    }),
    expects: { it: 'il codice o lo slug di un Ente', en: 'the code or slug of an Ente' },
  },
  locale: {
    schema: z.enum([...locales, 'all']).default(defaultLocale),
    expects: { it: `una lingua fra ${locales.join(', ')}, oppure all`, en: `a language among ${locales.join(', ')}, or all` },
  },
  category: {
    schema: term('service-categories', 'Codice o slug di una delle 15 categorie di servizio.', 'anagrafe-e-stato-civile'),
    expects: { it: 'codice o slug di /service-categories', en: 'a code or slug of /service-categories' },
  },
  topic: {
    schema: term('topics', 'Codice o slug di uno dei 64 argomenti.', 'residenza'),
    expects: { it: 'codice o slug di /topics', en: 'a code or slug of /topics' },
  },
  lifeEvent: {
    schema: term('life-events', 'Codice o slug di uno dei 19 eventi della vita.', '9'),
    expects: { it: 'codice o slug di /life-events', en: 'a code or slug of /life-events' },
  },
  active: {
    schema: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .openapi({ type: 'boolean' }),
    expects: { it: 'true o false', en: 'true or false' },
  },
  updatedSince: {
    schema: z
      .union([z.iso.datetime({ offset: true }), z.iso.date()])
      .transform((value) => Math.floor(Date.parse(value) / 1000))
      .openapi({
        type: 'string',
        description: 'Solo ciò che è cambiato da questo istante, o da questo giorno, in poi.',
        examples: ['2026-11-01', '2026-11-01T08:00:00+01:00'],
      }),
    expects: { it: 'una data come 2026-11-01 o 2026-11-01T08:00:00Z', en: 'a date such as 2026-11-01 or 2026-11-01T08:00:00Z' },
  },
  q: {
    schema: word.openapi({ description: 'Parole da cercare. Senza `sort` viene prima ciò che corrisponde meglio.' }),
    expects: { it: 'da 1 a 200 caratteri', en: '1 to 200 characters' },
  },
  sort: {
    schema: z.enum(sortings).openapi({ description: 'Predefinito: `title`, o la pertinenza quando c’è `q`. Il segno meno inverte.' }),
    expects: { it: `uno fra ${sortings.join(', ')}`, en: `one of ${sortings.join(', ')}` },
  },
  limit: {
    schema: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(integer)
      .pipe(z.number().min(1).max(longestPage))
      .default(defaultPage)
      .openapi({ type: 'integer', minimum: 1, maximum: longestPage, default: defaultPage }),
    expects: { it: `un numero intero da 1 a ${String(longestPage)}`, en: `an integer from 1 to ${String(longestPage)}` },
  },
  cursor: {
    schema: z.string().max(500).openapi({ description: 'Da `next` della pagina precedente, così com’è.' }),
    expects: {
      it: 'il valore ricevuto nella pagina precedente, con lo stesso sort',
      en: 'the value received with the page before, with the same sort',
    },
  },
} as const satisfies Record<string, { schema: z.ZodType; expects: Sentence }>

type ParameterName = keyof typeof parameters

export const formats = ['json', 'csv', 'jsonld', 'turtle'] as const
export type Format = (typeof formats)[number]

/** What any list or record may be asked; each resource takes some of it. */
export type Asked = { [N in ParameterName]?: z.output<(typeof parameters)[N]['schema']> } & { fields?: string[]; format?: Format }

/** The query of one resource: exactly these parameters, nothing else. */
export const querySchema = (names: readonly ParameterName[], fields: readonly string[], offered: readonly Format[]) =>
  z.strictObject({
    ...Object.fromEntries(names.map((name) => [name, optional(parameters[name].schema)])),
    fields: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(fields as [string, ...string[]])).min(1))
      // In one order, however they were asked for: what was written out for one caller then serves the next.
      .transform((wanted) => fields.filter((field) => wanted.includes(field)))
      .optional()
      .openapi({
        param: { style: 'form', explode: false },
        type: 'array',
        items: { type: 'string', enum: [...fields] },
        description: 'Solo questi campi, separati da virgole; `id` c’è sempre.',
      }),
    format: z
      .enum(offered as [Format, ...Format[]])
      .optional()
      .openapi({ description: 'Come l’intestazione Accept, e prima di lei.' }),
  })
export type QuerySchema = ReturnType<typeof querySchema>

const optional = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodDefault ? schema : schema.optional())

const expectationOf = (name: string, fields: readonly string[], offered: readonly Format[]): Sentence => {
  if (name === 'fields') return { it: `nomi fra ${fields.join(', ')}`, en: `names among ${fields.join(', ')}` }
  if (name === 'format') return { it: `uno fra ${offered.join(', ')}`, en: `one of ${offered.join(', ')}` }
  return parameters[name as ParameterName].expects
}

const invalid = (name: string, expects: Sentence) => ({
  name,
  sentence: { it: `«${name}» deve essere ${expects.it}.`, en: `“${name}” must be ${expects.en}.` },
})

/** All that is wrong with a call, at once. */
const toProblem = (faults: readonly { name: string; sentence: Sentence }[], code: 'unknown-parameter' | 'invalid-parameter'): Problem =>
  new Problem(
    code,
    { it: faults.map(({ sentence }) => sentence.it).join(' '), en: faults.map(({ sentence }) => sentence.en).join(' ') },
    { parameters: faults },
  )

export const invalidParameter = (name: ParameterName): Problem => toProblem([invalid(name, parameters[name].expects)], 'invalid-parameter')

type Given = Readonly<Record<string, string[]>>

export const refuseUnknown = (given: Given, known: readonly string[]): void => {
  const unknown = Object.keys(given).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  const here =
    known.length === 0
      ? { it: 'qui non ce ne sono', en: 'there are none here' }
      : { it: `qui valgono ${known.join(', ')}`, en: `here are ${known.join(', ')}` }
  throw toProblem(
    unknown.map((name) => ({
      name,
      sentence: { it: `Il parametro «${name}» non esiste: ${here.it}.`, en: `There is no parameter “${name}”: ${here.en}.` },
    })),
    'unknown-parameter',
  )
}

const refuseRepeated = (given: Given): void => {
  const repeated = Object.entries(given).filter(([, values]) => values.length > 1)
  if (repeated.length === 0) return
  throw toProblem(
    repeated.map(([name]) => ({
      name,
      sentence: { it: `Il parametro «${name}» va scritto una volta sola.`, en: `The parameter “${name}” may be given once only.` },
    })),
    'invalid-parameter',
  )
}

/** Reads a query by its schema, or throws the problem that names every fault. */
export const parseQuery = (schema: QuerySchema, given: Given, fields: readonly string[], offered: readonly Format[]): Asked => {
  refuseUnknown(given, Object.keys(schema.shape))
  refuseRepeated(given)
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value])))
  if (parsed.success) return parsed.data
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  throw toProblem(
    wrong.map((name) => invalid(name, expectationOf(name, fields, offered))),
    'invalid-parameter',
  )
}
