// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { modelKinds, type ModelKind } from '@linea-comune/config'
import { adoptModels } from '../models/adopt'
import { termsOf } from '../models/terms'
import { contentPopulate, contentTypes, headingKey, modelTypes, toContent, type ContentRow } from '../models/version-content'
import type { Caller } from '../panel/caller'

/** The centre begins for a small Comune that has little of its own. */
const centre: Caller = { userId: 0, enti: 'all', permissions: [], may: () => true }
const smallComune = { slug: 'roccaserena', adopts: 4 }

/** The demo's shared sheets and questions as models, some of them adopted, and one with a new version that waits for an answer. */
export const loadDemoModels = async (strapi: Core.Strapi): Promise<void> => {
  const modelIds: string[] = []
  for (const kind of modelKinds) {
    if ((await strapi.db.query(modelTypes[kind]).count()) > 0) return
    for (const [, rows] of await federationContent(strapi, kind)) {
      const modelId = await makeModel(strapi, kind, rows)
      // The federation's own text is the model's, and gives way where an Ente adopts it.
      const ids = rows.map(({ id }) => id)
      await strapi.db.query(contentTypes[kind]).updateMany({ where: { id: { $in: ids } }, data: { modelId, modelVersion: 1 } as never })
      if (kind === 'sheet') modelIds.push(modelId)
    }
  }
  const ente = (await strapi.db.query('api::ente.ente').findOne({ where: { slug: smallComune.slug } })) as { code: string } | null
  if (ente === null) return
  const office = (await strapi.db.query('api::office.office').findOne({ where: { enteCode: ente.code } })) as { documentId: string } | null
  const adopted = await adoptModels(strapi, centre, {
    ente: ente.code,
    modelIds: modelIds.slice(0, smallComune.adopts),
    publish: true,
    ...(office !== null && { office: office.documentId }),
  })
  const [first] = adopted
  if (first !== undefined) await improve(strapi, first.modelId)
}

type Row = ContentRow & { id: number; documentId: string }

const federationContent = async (strapi: Core.Strapi, kind: ModelKind): Promise<Map<string, Row[]>> => {
  const rows = (await strapi.db.query(contentTypes[kind]).findMany({
    where: { enteCode: { $null: true }, publishedAt: { $notNull: true } } as never,
    populate: contentPopulate[kind] as never,
    orderBy: { id: 'asc' },
  })) as unknown as Row[]
  const documents = new Map<string, Row[]>()
  for (const row of rows) documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), row])
  return documents
}

const makeModel = async (strapi: Core.Strapi, kind: ModelKind, rows: readonly Row[]): Promise<string> => {
  const content = toContent(kind, rows)
  const shared = {
    ...(await termsOf(strapi, kind, content)),
    changeNote: 'Prima versione',
    ...(kind === 'sheet' && { localFields: [{ field: 'offices', prompt: 'Quale ufficio se ne occupa da voi?' }] }),
  }
  const documents = strapi.documents(modelTypes[kind])
  let documentId = ''
  for (const [locale, texts] of Object.entries(content.texts).sort(([a], [b]) => Number(b === 'it') - Number(a === 'it'))) {
    const data = { ...texts, ...shared } as never
    if (documentId === '') documentId = (await documents.create({ locale, data })).documentId
    else await documents.update({ documentId, locale, data })
  }
  await documents.publish({ documentId, locale: '*' })
  return documentId
}

/** A second version, so that the small Comune has something to decide. */
const improve = async (strapi: Core.Strapi, modelId: string): Promise<void> => {
  const documents = strapi.documents(modelTypes.sheet)
  const row = (await documents.findOne({ documentId: modelId, locale: 'it' })) as Record<string, string | null> | null
  if (row === null) return
  await documents.update({
    documentId: modelId,
    locale: 'it',
    data: {
      summary: `${row.summary ?? row[headingKey.sheet] ?? ''} Si può chiedere anche per conto di un familiare, con una delega.`,
      needed:
        `${row.needed ?? ''}\n\nSe vai per conto di un’altra persona porta anche la delega firmata e una copia del suo documento.`.trim(),
      changeNote: 'Aggiunta la delega',
    } as never,
  })
  await documents.publish({ documentId: modelId, locale: 'it' })
}
