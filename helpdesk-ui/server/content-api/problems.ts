// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi'

/** What can be wrong with a call, with the status it is answered with. Codes and addresses are stable: programs may rely on them. */
export const problemKinds = {
  'unknown-parameter': { status: 400, title: 'Parametro sconosciuto', titleEn: 'Unknown parameter' },
  'invalid-parameter': { status: 400, title: 'Parametro non valido', titleEn: 'Invalid parameter' },
  'wrong-key': { status: 401, title: 'Chiave non valida', titleEn: 'Invalid key' },
  'not-found': { status: 404, title: 'Risorsa inesistente', titleEn: 'No such resource' },
  'method-not-allowed': { status: 405, title: 'Metodo non previsto', titleEn: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'Formato non disponibile', titleEn: 'Format not available' },
  'too-many-requests': { status: 429, title: 'Troppe richieste', titleEn: 'Too many requests' },
  unavailable: { status: 503, title: 'Servizio non disponibile', titleEn: 'Service unavailable' },
  internal: { status: 500, title: 'Errore interno', titleEn: 'Internal error' },
} as const satisfies Record<string, { status: number; title: string; titleEn: string }>

export type ProblemCode = keyof typeof problemKinds
const codes = Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]

/** The same sentence for people who read Italian and for those who do not. */
export interface Sentence {
  it: string
  en: string
}

const parameterFault = z.object({ name: z.string(), detail: z.string(), detailEn: z.string() })

/** RFC 9457, as the Italian guidelines for interoperability ask; `code` is the last part of `type`. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'Riferimento relativo all’indirizzo pubblico; resta lo stesso nel tempo.' }),
    title: z.string(),
    status: z.union([
      z.literal(400),
      z.literal(401),
      z.literal(404),
      z.literal(405),
      z.literal(406),
      z.literal(429),
      z.literal(500),
      z.literal(503),
    ]),
    code: z.enum(codes),
    detail: z.string().openapi({ description: 'Che cosa non va, in italiano.' }),
    detailEn: z.string().openapi({ description: 'The same in English.' }),
    parameters: z.array(parameterFault).optional(),
  })
  .openapi('Problem')
export type ProblemBody = z.infer<typeof problemSchema>

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly sentence: Sentence,
    readonly more: { parameters?: readonly { name: string; sentence: Sentence }[]; headers?: Record<string, string> } = {},
  ) {
    super(sentence.en)
    this.name = 'Problem'
  }
}

export const problemMediaType = 'application/problem+json'

export const toProblemBody = ({ code, sentence, more }: Problem): ProblemBody => ({
  type: `/api/v1/problems/${code}`,
  title: problemKinds[code].title,
  status: problemKinds[code].status,
  code,
  detail: sentence.it,
  detailEn: sentence.en,
  ...(more.parameters && {
    parameters: more.parameters.map(({ name, sentence: { it, en } }) => ({ name, detail: it, detailEn: en })),
  }),
})

/** Where `type` leads: one sentence for each kind of problem. */
export const explainProblem = (code: string): { code: ProblemCode; status: number; title: string; titleEn: string } | null => {
  const known = codes.find((name) => name === code)
  return known === undefined ? null : { code: known, ...problemKinds[known] }
}

export const notFound = (): Problem =>
  new Problem('not-found', { it: 'A questo indirizzo non c’è niente di pubblicato.', en: 'Nothing is published at this address.' })

export const unavailable = (): Problem =>
  new Problem(
    'unavailable',
    {
      it: 'I contenuti non si possono leggere in questo momento. Riprova tra poco.',
      en: 'Content cannot be read right now. Try again shortly.',
    },
    { headers: { 'retry-after': '10' } },
  )

export const internal = (): Problem =>
  new Problem('internal', { it: 'Qualcosa non ha funzionato da parte nostra.', en: 'Something went wrong on our side.' })
