// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { PanelInput, PanelResponse } from '@linea-comune/config'
import type { Answerer, TriedEntry } from '@linea-comune/search'
import type { Caller } from '../panel/caller'
import { knowledge } from '../questions/knowledge'
import { otherEntries, refuse } from './check-entry'
import { lexiconType, type EntryRow } from './entry'
import { entryFaults, toExpressions, toText } from './entry-faults'
import { questionsToTry, questionsWith } from './questions-to-try'
import { toChange } from './tried-change'

/** No more than anybody reads. */
const mostShown = 20

/** Which answers would change if an entry were saved as it stands in the form. Nothing is written. */
export const tryLexiconEntry = async (
  strapi: Core.Strapi,
  caller: Caller,
  input: PanelInput<'tryLexiconEntry'>,
): Promise<PanelResponse<'tryLexiconEntry'>> => {
  const documentId = input.documentId ?? ''
  const stored = documentId === '' ? null : ((await strapi.db.query(lexiconType).findOne({ where: { documentId } })) as EntryRow | null)
  const enteCode = ownerOf(caller, documentId, stored, input.ente)
  const { language, active } = input
  const [says, means] = [toExpressions(input.says), toText(input.means)]
  const others = active ? await otherEntries(strapi, { enteCode, language }, input.documentId ?? undefined) : []
  refuse(entryFaults({ language, says, means }, others).filter(({ field }) => field !== 'reason'))

  const asked = [...questionsWith([...new Set([...says, ...(stored?.says ?? [])])], language), ...(await questionsToTry(strapi, enteCode))]
  const questions = [...new Map(asked.map((question) => [question.q.toLowerCase(), question])).values()]
  const { changes, known } = await ask({ enteCode, documentId, entry: active ? { locale: language, says, means } : null, questions })
  const shown = changes.map(toChange).toSorted((a, b) => order[a.change] - order[b.change])
  return { total: shown.length, tried: questions.length, known, changes: shown.slice(0, mostShown) }
}

/** What would be lost is read first. */
const order = { lost: 0, gained: 1, other: 2 } as const

/** Whose answers change: of an entry that is there, its owner's; of a new one, the person's. */
const ownerOf = ({ enti }: Caller, documentId: string, stored: EntryRow | null, ente: string | null): string | null => {
  const isOwn = (code: string | null): boolean => enti === 'all' || (code !== null && enti.includes(code))
  if (documentId !== '') {
    if (stored === null || !isOwn(stored.enteCode)) throw new errors.NotFoundError('Questa voce non c’è più.')
    return stored.enteCode
  }
  if (enti === 'all') return ente
  const [only, second] = enti
  if (only === undefined || second !== undefined) throw new errors.PolicyError('Scegli prima, in alto, per quale dei tuoi Enti scrivi.')
  return only
}

const ask = async (trial: Parameters<Answerer['tryEntry']>[0]): Promise<TriedEntry> => {
  try {
    const tried = await knowledge()?.answerer.tryEntry(trial)
    if (tried !== undefined && !tried.degraded) return tried
  } catch {
    // Nothing is known of the Ente, since the engine was never reached: told like an engine that is away.
  }
  throw new errors.ApplicationError(
    'La prova adesso non si può fare: il motore di ricerca non risponde. Le parole si possono salvare lo stesso.',
  )
}
