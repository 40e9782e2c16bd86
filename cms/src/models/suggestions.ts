// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, type ModelKind, type PanelInput, type Suggestion } from '@linea-comune/config'
import { tooLong } from '../content/keep-limits'
import { withDocument } from '../content/with-document'
import { decidesFor, type Caller } from '../panel/caller'
import { table, type ModelSuggestionRow } from '../rows'
import { fillFromModels, type Following } from './follow-model'
import { asTexts, titleOf } from './library'
import type { VersionContent } from './model-content'
import { nameEnti, nameOfUser } from './people'
import { termsOf } from './terms'
import { contentPopulate, contentTypes, modelTypes, toContent, type ContentRow } from './version-content'

/** Offers what an Ente has published to the federation, as it is now, with the Ente's name. */
export const suggestModel = async (
  strapi: Core.Strapi,
  caller: Caller,
  { kind, documentId, note }: PanelInput<'suggestModel'>,
): Promise<{ suggestionId: string }> => {
  const rows = (await strapi.db.query(contentTypes[kind]).findMany({
    where: { documentId, publishedAt: { $notNull: true } } as never,
    populate: contentPopulate[kind] as never,
  })) as unknown as (ContentRow & Following & { enteCode: string | null })[]
  const enteCode = rows[0]?.enteCode ?? null
  if (enteCode === null || !decidesFor(caller, enteCode))
    throw new errors.NotFoundError('Si può proporre come modello solo un contenuto pubblicato del proprio Ente.')
  const content = toContent(kind, await fillFromModels(strapi, kind, rows))
  assertShort(kind, content)
  return withDocument(strapi, contentTypes[kind], documentId, async () => {
    const suggestions = table(strapi, 'model-suggestion')
    if ((await suggestions.count({ where: { source: documentId, state: 'open' } })) > 0)
      throw new errors.ApplicationError('L’hai già proposto: il centro deve ancora rispondere.')
    const suggestionId = randomUUID()
    await suggestions.create({
      data: {
        suggestionId,
        kind,
        source: documentId,
        enteCode,
        content,
        note,
        state: 'open',
        reason: null,
        suggestedBy: await nameOfUser(strapi, caller.userId),
        decidedBy: null,
        modelId: null,
        createdOn: new Date().toISOString(),
        decidedOn: null,
      },
    })
    return { suggestionId }
  })
}

const languageName = new Intl.DisplayNames('it', { type: 'language' })

/** An import may have brought longer texts than people write: as a model the centre could never accept them. */
const assertShort = (kind: ModelKind, { texts }: VersionContent): void => {
  const faults = Object.entries(texts).flatMap(([locale, words]) =>
    tooLong(modelTypes[kind], words).map(({ message }) =>
      locale === defaultLocale ? message : `In ${languageName.of(locale) ?? locale}: ${message}`,
    ),
  )
  if (faults.length > 0)
    throw new errors.ValidationError(`${faults.join(' ')} Accorcia, pubblica, e poi proponi: un modello è breve perché tutti lo leggano.`)
}

/** The caller's own; to the centre everybody's. */
export const listSuggestions = async (strapi: Core.Strapi, { enti }: Caller): Promise<Suggestion[]> => {
  const rows = await table(strapi, 'model-suggestion').findMany({
    ...(enti !== 'all' && { where: { enteCode: { $in: [...enti] } } }),
    orderBy: [{ createdOn: 'desc' }],
    limit: 200,
  })
  const names = await nameEnti(strapi)
  return rows.map((row) => present(row, names))
}

/** Accepting makes a draft of a model, which the centre still edits and publishes. */
export const decideSuggestion = async (strapi: Core.Strapi, caller: Caller, input: PanelInput<'decideSuggestion'>): Promise<Suggestion> =>
  strapi.db.transaction(async () => {
    const suggestions = table(strapi, 'model-suggestion')
    const { suggestionId } = input
    const { count } = await suggestions.updateMany({
      where: { suggestionId, state: 'open' },
      data: {
        state: input.decision === 'accept' ? 'accepted' : 'declined',
        reason: input.decision === 'decline' ? input.reason : null,
        decidedBy: await nameOfUser(strapi, caller.userId),
        decidedOn: new Date().toISOString(),
      },
    })
    const row = await suggestions.findOne({ where: { suggestionId } })
    if (row === null) throw new errors.NotFoundError('Questa proposta non c’è.')
    if (count === 0) throw new errors.ApplicationError('Su questa proposta ha già deciso qualcuno.')
    const names = await nameEnti(strapi)
    if (input.decision === 'decline') return present(row, names)
    const modelId = await makeModel(strapi, row, names.get(row.enteCode) ?? row.enteCode)
    await suggestions.updateMany({ where: { suggestionId }, data: { modelId } })
    return present({ ...row, modelId }, names)
  })

const makeModel = async (strapi: Core.Strapi, { kind, content }: ModelSuggestionRow, enteName: string): Promise<string> => {
  const documents = strapi.documents(modelTypes[kind])
  const shared = { ...(await termsOf(strapi, kind, content)), changeNote: `Proposto da ${enteName}` }
  let documentId = ''
  for (const [locale, texts] of Object.entries(content.texts).sort(([a], [b]) => Number(b === 'it') - Number(a === 'it'))) {
    const data = { ...texts, ...shared } as never
    if (documentId === '') documentId = (await documents.create({ locale, data })).documentId
    else await documents.update({ documentId, locale, data })
  }
  return documentId
}

const present = (row: ModelSuggestionRow, names: ReadonlyMap<string, string>): Suggestion => ({
  suggestionId: row.suggestionId,
  kind: row.kind,
  title: titleOf(row),
  ente: { code: row.enteCode, name: names.get(row.enteCode) ?? row.enteCode },
  note: row.note,
  state: row.state,
  createdOn: row.createdOn,
  by: row.suggestedBy,
  reason: row.reason,
  modelId: row.modelId,
  texts: asTexts(row),
})
