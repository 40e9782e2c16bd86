// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { serviceCategories, type ModelCard, type PanelResponse } from '@linea-comune/config'
import { table, type ModelVersionRow } from '../rows'
import { asLine } from './differences'
import { followers, toAdoptions, type Adoption } from './following'
import { nameEnti } from './people'
import { headingKey, latestVersions, modelTypes } from './version-content'
import type { Caller } from '../panel/caller'

/** Models that are published now, with who follows them and how the person's own Enti stand to each. */
export const listModels = async (strapi: Core.Strapi, caller: Caller): Promise<ModelCard[]> => {
  const published = await publishedModels(strapi)
  const versions = (await latestVersions(strapi)).filter(({ modelId }) => published.has(modelId))
  const names = await nameEnti(strapi)
  const all = await toAdoptions(strapi, await followers(strapi, {}))
  return versions
    .map((version) =>
      toCard(
        version,
        all.filter(({ modelId }) => modelId === version.modelId),
        names,
        caller,
      ),
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'it'))
}

export const readModel = async (strapi: Core.Strapi, caller: Caller, modelId: string): Promise<PanelResponse<'readModel'>> => {
  const published = await publishedModels(strapi)
  const [latest] = published.has(modelId) ? await latestVersions(strapi, [modelId]) : []
  if (latest === undefined) throw new errors.NotFoundError('Questo modello non c’è più.')
  const adoptions = await toAdoptions(strapi, await followers(strapi, { modelId }))
  const versions = await table(strapi, 'model-version').findMany({ where: { modelId }, orderBy: { version: 'desc' } })
  return {
    ...toCard(latest, adoptions, await nameEnti(strapi), caller),
    texts: asTexts(latest),
    localFields: latest.content.localFields,
    versions: versions.map(({ version, publishedOn, note }) => ({ version, publishedOn, note: note ?? '' })),
  }
}

/** A model that the centre withdrew is adopted no more; who follows it keeps its version. */
export const isOffered = async (strapi: Core.Strapi, modelId: string): Promise<boolean> => (await publishedModels(strapi)).has(modelId)

const publishedModels = async (strapi: Core.Strapi): Promise<Set<string>> => {
  const rows = await Promise.all(
    Object.values(modelTypes).map((uid) =>
      strapi.db.query(uid).findMany({ select: ['documentId'], where: { publishedAt: { $notNull: true } } }),
    ),
  )
  return new Set((rows.flat() as { documentId: string }[]).map(({ documentId }) => documentId))
}

export const asTexts = ({ content }: Pick<ModelVersionRow, 'content'>): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(content.texts).map(([locale, texts]) => [
      locale,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, asLine(text)])),
    ]),
  )

export const titleOf = ({ kind, content }: Pick<ModelVersionRow, 'kind' | 'content'>): string => {
  const texts = content.texts.it ?? Object.values(content.texts)[0] ?? {}
  return asLine(texts[headingKey[kind]])
}

const toCard = (
  latest: ModelVersionRow,
  adoptions: readonly Adoption[],
  names: ReadonlyMap<string, string>,
  { enti }: Caller,
): ModelCard => {
  const { modelId, kind, version, publishedOn, note, content } = latest
  const own = ({ enteCode }: Adoption): boolean => (enteCode === null ? enti === 'all' : enti !== 'all' && enti.includes(enteCode))
  // What another Ente has in a draft is nobody else's yet.
  const adopters = new Set(adoptions.filter((one) => one.published || own(one)).flatMap(({ enteCode }) => enteCode ?? []))
  return {
    modelId,
    kind,
    version,
    publishedOn,
    note: note ?? '',
    title: titleOf(latest),
    summary: asLine(content.texts.it?.summary),
    categories: content.categories.flatMap((code) => serviceCategories.find((category) => category.code === code)?.it ?? []),
    locales: Object.keys(content.texts),
    adopters: [...names].filter(([code]) => adopters.has(code)).map(([code, name]) => ({ code, name })),
    mine: adoptions.filter(own),
  }
}
