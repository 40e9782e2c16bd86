// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isLocale, type PanelInput, type PanelResponse } from '@linea-comune/config'
import { decidesFor, type Caller } from '../panel/caller'
import type { ModelVersionRow } from '../rows'
import { judgeContent } from '../content/judge-content'
import { labelOf, missingLocal } from './following'
import { languagesOfEnti, type Spoken } from './languages'
import { isOffered, titleOf } from './library'
import { termsOf } from './terms'
import { contentTypes, headingKey, latestVersion } from './version-content'
import { withModel } from './with-model'

type Adopted = PanelResponse<'adoptModels'>[number]

/**
 * Makes a sheet or FAQ of the Ente that follows each model: its heading and its terms, and every text shown from the version.
 * One that follows the model already is left as it is, so that asking twice does no harm.
 */
export const adoptModels = async (
  strapi: Core.Strapi,
  caller: Caller,
  { ente, modelIds, publish, office }: PanelInput<'adoptModels'>,
): Promise<Adopted[]> => {
  // A new Ente may ask the centre to begin for it; once it has people of its own, the centre prepares and they publish.
  if (!(decidesFor(caller, ente) || caller.enti === 'all')) throw new errors.PolicyError('Puoi adottare modelli solo per il tuo Ente.')
  if (publish && !caller.may('publishContent'))
    throw new errors.PolicyError('Puoi adottare in bozza: pubblica chi è responsabile della pubblicazione.')
  const languages = ente === null ? 'all' : (await languagesOfEnti(strapi, [ente])).get(ente)
  if (languages === undefined) throw new errors.NotFoundError('Questo Ente non c’è.')
  const publishes = publish && (decidesFor(caller, ente) || !(await hasPeople(strapi, ente)))
  const adopted: Adopted[] = []
  for (const modelId of new Set(modelIds))
    adopted.push(
      await withModel(strapi, modelId, async () => {
        const version = (await isOffered(strapi, modelId)) ? await latestVersion(strapi, modelId) : null
        if (version === null) throw new errors.NotFoundError('Uno dei modelli scelti non c’è più: ricarica l’elenco.')
        return adoptOne(strapi, { version, ente, languages, publish: publishes, ...(office !== undefined && { office }) })
      }),
    )
  return adopted
}

const hasPeople = async (strapi: Core.Strapi, ente: string | null): Promise<boolean> =>
  (await strapi.db.query('api::ente.ente').count({ where: { code: ente ?? '', members: { id: { $notNull: true } } } })) > 0

interface Wish {
  version: ModelVersionRow
  ente: string | null
  languages: Spoken
  publish: boolean
  office?: string
}

const adoptOne = async (strapi: Core.Strapi, { version, ente, languages, publish, office }: Wish): Promise<Adopted> => {
  const { kind, modelId, content } = version
  const uid = contentTypes[kind]
  const title = titleOf(version)
  const known = (await strapi.db.query(uid).findOne({ where: { modelId, enteCode: ente } as never })) as { documentId: string } | null
  if (known !== null) return { modelId, title, documentId: known.documentId, outcome: 'there' as const, published: false, missing: [] }

  const heading = headingKey[kind]
  const shared = {
    enteCode: ente,
    modelId,
    modelVersion: version.version,
    ...(await termsOf(strapi, kind, content)),
    ...(kind === 'sheet' && office !== undefined && { offices: [office] }),
  }
  const locales = [
    'it',
    ...Object.keys(content.texts).filter(
      (locale) => locale !== 'it' && isLocale(locale) && (languages === 'all' || languages.includes(locale)),
    ),
  ]
  let documentId = ''
  for (const locale of locales) {
    const data = { ...shared, [heading]: content.texts[locale]?.[heading] ?? title }
    if (documentId === '') documentId = (await strapi.documents(uid).create({ locale, data: data as never })).documentId
    else await strapi.documents(uid).update({ documentId, locale, data: data as never })
  }
  const local = kind === 'sheet' ? missingLocal({ offices: office === undefined ? [] : [office] }, content) : []
  const [judged] = await judgeContent(strapi, kind, { documentId, locale: 'it' })
  const missing = [...new Set([...local.map((key) => labelOf(kind, key)), ...(judged?.judgement.missing.minimum ?? [])])]
  const publishNow = publish && missing.length === 0
  if (publishNow) await strapi.documents(uid).publish({ documentId, locale: locales })
  return { modelId, title, documentId, outcome: 'adopted' as const, published: publishNow, missing }
}
