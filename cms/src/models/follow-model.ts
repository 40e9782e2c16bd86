// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { modelFields, type ModelKind } from '@linea-comune/config'
import { table } from '../rows'
import type { VersionContent } from './model-content'
import { isBlank } from './version-content'

export interface Following {
  modelId?: string | null
  modelVersion?: number | null
  /** Keys of texts that the Ente leaves out although the model has them. */
  modelOmits?: string[] | null
}

/** A row of an Ente with what it left empty shown from the version it follows, in the same language. */
export const fillFromVersion = <R extends Following & { locale: string }>(kind: ModelKind, row: R, content: VersionContent): R => {
  const texts = content.texts[row.locale] ?? {}
  const omitted = new Set(row.modelOmits ?? [])
  const inherited = modelFields[kind].flatMap(({ key }): [string, unknown][] =>
    isBlank((row as Record<string, unknown>)[key]) && !omitted.has(key) && texts[key] !== undefined ? [[key, texts[key]]] : [],
  )
  return { ...row, ...Object.fromEntries(inherited) }
}

/** The same for many rows, whatever versions they follow; those that follow none come back as they are. */
export const fillFromModels = async <R extends Following & { locale: string }>(
  strapi: Core.Strapi,
  kind: ModelKind,
  rows: readonly R[],
): Promise<R[]> => {
  const modelIds = [...new Set(rows.flatMap(({ modelId }) => modelId ?? []))]
  if (modelIds.length === 0) return [...rows]
  const versions = await table(strapi, 'model-version').findMany({
    where: { modelId: { $in: modelIds }, version: { $in: [...new Set(rows.flatMap(({ modelVersion }) => modelVersion ?? []))] } },
  })
  const contents = new Map(versions.map(({ modelId, version, content }) => [`${modelId} ${String(version)}`, content]))
  return rows.map((row) => {
    const content = contents.get(`${row.modelId ?? ''} ${String(row.modelVersion ?? '')}`)
    return content === undefined ? row : fillFromVersion(kind, row, content)
  })
}
