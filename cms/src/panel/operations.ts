// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { PanelCallName, PanelInput, PanelResponse } from '@linea-comune/config'
import { confirmGap } from '../confirmed/confirm-gap'
import { previewContent } from '../content/preview'
import { readAdoption } from '../models/adoption-overview'
import { readLexiconHistory } from '../lexicon/read-history'
import { tryLexiconEntry } from '../lexicon/try-entry'
import { adoptModels } from '../models/adopt'
import { decideProposal } from '../models/decide-proposal'
import { listModels, readModel } from '../models/library'
import { nameEnti } from '../models/people'
import { listProposals, readProposal } from '../models/proposals'
import { decideSuggestion, listSuggestions, suggestModel } from '../models/suggestions'
import { invitePerson } from '../people/invite-person'
import { dismissGap, reopenGap } from '../questions/decide-gap'
import { draftForGap } from '../questions/draft-for-gap'
import { listGaps } from '../questions/gaps'
import type { Caller } from './caller'
import { describeMe } from './describe-me'

type Operation<N extends PanelCallName> = (strapi: Core.Strapi, caller: Caller, input: PanelInput<N>) => Promise<PanelResponse<N>>

/** What each call of the panel's own pages does. The type makes the list complete. */
export const panelOperations: { [N in PanelCallName]: Operation<N> } = {
  describeMe: (strapi, caller) => describeMe(strapi, caller),
  previewContent: (strapi, caller, input) => previewContent(strapi, caller, input),
  listModels: (strapi, caller) => listModels(strapi, caller),
  readModel: (strapi, caller, { modelId }) => readModel(strapi, caller, modelId),
  adoptModels: (strapi, caller, input) => adoptModels(strapi, caller, input),
  listProposals: (strapi, caller, { decided }) => listProposals(strapi, caller, decided),
  readProposal: (strapi, caller, { proposalId }) => readProposal(strapi, caller, proposalId),
  decideProposal: (strapi, caller, input) => decideProposal(strapi, caller, input),
  suggestModel: (strapi, caller, input) => suggestModel(strapi, caller, input),
  listSuggestions: (strapi, caller) => listSuggestions(strapi, caller),
  decideSuggestion: (strapi, caller, input) => decideSuggestion(strapi, caller, input),
  readAdoption: (strapi) => readAdoption(strapi),
  listGaps: (strapi, caller, { most }) => listGaps(strapi, caller, most),
  dismissGap: (strapi, caller, input) => dismissGap(strapi, caller, input),
  reopenGap: (strapi, caller, input) => reopenGap(strapi, caller, input),
  confirmGap: (strapi, caller, input) => confirmGap(strapi, caller, input),
  draftForGap: (strapi, caller, input) => draftForGap(strapi, caller, input),
  tryLexiconEntry: (strapi, caller, input) => tryLexiconEntry(strapi, caller, input),
  readLexiconHistory: (strapi, caller, input) => readLexiconHistory(strapi, caller, input),
  listInvitingEnti: async (strapi) => [...(await nameEnti(strapi))].map(([code, name]) => ({ code, name })),
  invitePerson: (strapi, _caller, input) => invitePerson(strapi, input),
}
