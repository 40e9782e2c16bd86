// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, type Difference, type PanelInput, type PanelResponse, type ProposalState } from '@linea-comune/config'
import { withDocument } from '../content/with-document'
import type { Caller } from '../panel/caller'
import { table, type ModelProposalRow } from '../rows'
import { applyDecision } from './differences'
import { textsBefore } from './offer'
import { nameOfUser } from './people'
import { findProposal, publishedUnchanged, toProposalCard, weigh, type DraftRow } from './proposals'
import { contentTypes, headingKey } from './version-content'
import { withModel } from './with-model'

/** The Ente decides: all of the new version, some of its texts, or nothing with a reason. Pages change when it publishes. */
export const decideProposal = async (
  strapi: Core.Strapi,
  caller: Caller,
  input: PanelInput<'decideProposal'>,
): Promise<PanelResponse<'decideProposal'>> => {
  if (input.decision === 'accept' && input.publish && !caller.may('publishContent'))
    throw new errors.PolicyError('Puoi accettare in bozza: pubblica chi è responsabile della pubblicazione.')
  const { modelId } = await findProposal(strapi, caller, input.proposalId)
  return withModel(strapi, modelId, async () => {
    const proposal = await findProposal(strapi, caller, input.proposalId)
    // What a colleague is saving at this moment is read after it is written, never written over.
    const published = await withDocument(strapi, contentTypes[proposal.kind], proposal.target, async () => {
      if (input.decision === 'accept') return accept(strapi, caller, proposal, input)
      await settle(strapi, caller, proposal, 'declined', input.reason)
      return false
    })
    const decided = await findProposal(strapi, caller, input.proposalId)
    return { ...(await toProposalCard(strapi, decided)), published }
  })
}

interface Acceptance {
  fields: string[]
  publish: boolean
}

const accept = async (
  strapi: Core.Strapi,
  caller: Caller,
  proposal: ModelProposalRow,
  { fields, publish }: Acceptance,
): Promise<boolean> => {
  const { kind, toVersion, target: documentId } = proposal
  const { rows, drafts, added, offer, differences } = await weigh(strapi, proposal)
  const changed = new Set(differences.map(({ field }) => field))
  const accepted = new Set(fields)
  await settle(strapi, caller, proposal, [...changed].every((field) => accepted.has(field)) ? 'accepted' : 'partly', null)
  const unknown = fields.filter((field) => !changed.has(field))
  if (unknown.length > 0) throw new errors.ValidationError('La proposta è cambiata: ricarica la pagina e decidi di nuovo.')

  const locales = publishedUnchanged(rows)
  const documents = strapi.documents(contentTypes[kind])
  // A page cannot be without its heading: who does not take it does not take the language.
  const begun = accepted.has(headingKey[kind]) ? added : []
  // Italian first: a translation is stamped with the Italian that it translates.
  for (const draft of [...drafts, ...begun].toSorted((one, other) => Number(isItalian(other)) - Number(isItalian(one))))
    await documents.update({
      documentId,
      locale: draft.locale,
      data: {
        ...applyDecision(kind, { ...draft }, { before: textsBefore(offer, draft), after: offer.to.texts[draft.locale] ?? {}, accepted }),
        modelVersion: toVersion,
      } as never,
    })
  const taken = differences.filter(({ field }) => accepted.has(field))
  await keepMarks(strapi, proposal, drafts, taken)
  if (!publish) return false
  if (locales === null)
    throw new errors.ValidationError('La bozza ha altre modifiche non pubblicate: accetta in bozza, controllala e pubblicala tu.')
  await documents.publish({ documentId, locale: [...locales, ...begun.map(({ locale }) => locale)] })
  return true
}

const isItalian = ({ locale }: { locale: string }): boolean => locale === defaultLocale

/** A translation that does not get all that the Italian gets still translates the old one, whatever was written into it. */
const keepMarks = async (
  strapi: Core.Strapi,
  { kind, target: documentId }: ModelProposalRow,
  drafts: readonly DraftRow[],
  taken: readonly Difference[],
): Promise<void> => {
  const italian = taken.filter(isItalian)
  for (const { locale, translatedFrom, outdatedSince } of drafts) {
    const written = new Set(taken.filter((one) => one.locale === locale).map(({ field }) => field))
    if (locale === defaultLocale || italian.every(({ field }) => written.has(field))) continue
    await strapi.db.query(contentTypes[kind]).updateMany({
      where: { documentId, locale, publishedAt: { $null: true } } as never,
      data: { translatedFrom, outdatedSince } as never,
    })
  }
}

/** One person decides: a second, at the same moment or later, is told. */
const settle = async (
  strapi: Core.Strapi,
  { userId }: Caller,
  { proposalId }: ModelProposalRow,
  state: ProposalState,
  reason: string | null,
): Promise<void> => {
  const { count } = await table(strapi, 'model-proposal').updateMany({
    where: { proposalId, state: 'open' },
    data: { state, reason, decidedBy: await nameOfUser(strapi, userId), decidedOn: new Date().toISOString() },
  })
  if (count === 0) throw new errors.ApplicationError('Su questa proposta ha già deciso qualcuno, oppure ne è arrivata una più nuova.')
}
