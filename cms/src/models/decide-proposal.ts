// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { PanelInput, PanelResponse, ProposalState } from '@linea-comune/config'
import type { Caller } from '../panel/caller'
import { table, type ModelProposalRow } from '../rows'
import { applyDecision, differencesBetween } from './differences'
import { contentOf } from './library'
import { nameOfUser } from './people'
import { draftsOf, findProposal, publishedUnchanged, rowsOfTarget, toProposalCard } from './proposals'
import { contentTypes } from './version-content'

/** The Ente decides: all of the new version, some of its texts, or nothing with a reason. Pages change when it publishes. */
export const decideProposal = async (
  strapi: Core.Strapi,
  caller: Caller,
  input: PanelInput<'decideProposal'>,
): Promise<PanelResponse<'decideProposal'>> => {
  if (input.decision === 'accept' && input.publish && !caller.may('publishContent'))
    throw new errors.PolicyError('Puoi accettare in bozza: pubblica chi è responsabile della pubblicazione.')
  return strapi.db.transaction(async () => {
    const proposal = await findProposal(strapi, caller, input.proposalId)
    if (input.decision === 'decline') await settle(strapi, caller, proposal, 'declined', input.reason)
    const published = input.decision === 'accept' && (await accept(strapi, caller, proposal, input))
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
  const { kind, modelId, fromVersion, toVersion, target: documentId } = proposal
  const [from, to] = [await contentOf(strapi, modelId, fromVersion), await contentOf(strapi, modelId, toVersion)]
  const rows = await rowsOfTarget(strapi, proposal)
  const drafts = draftsOf(rows)
  const changed = new Set(
    differencesBetween(kind, from, to, Object.fromEntries(drafts.map((row) => [row.locale, row]))).map(({ field }) => field),
  )
  const accepted = new Set(fields)
  const unknown = fields.filter((field) => !changed.has(field))
  if (unknown.length > 0) throw new errors.ValidationError('La proposta è cambiata: ricarica la pagina e decidi di nuovo.')
  await settle(strapi, caller, proposal, [...changed].every((field) => accepted.has(field)) ? 'accepted' : 'partly', null)

  const locales = publishedUnchanged(rows)
  const documents = strapi.documents(contentTypes[kind])
  for (const draft of drafts)
    await documents.update({
      documentId,
      locale: draft.locale,
      data: { ...applyDecision(kind, draft, { from, to, accepted }), modelVersion: toVersion } as never,
    })
  if (!publish) return false
  if (locales === null)
    throw new errors.ValidationError('La bozza ha altre modifiche non pubblicate: accetta in bozza, controllala e pubblicala tu.')
  await documents.publish({ documentId, locale: locales })
  return true
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
