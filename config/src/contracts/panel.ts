// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { lexiconEntryOrigins } from '../lexicon-entry.js'
import { locales } from '../locales.js'
import { modelKinds, proposalStates, suggestionStates } from '../model-fields.js'
import { enteRoles, type PanelPermission, type Role } from '../roles.js'
import { answersResponse } from './answers.js'
import { done, nothing } from './nothing.js'
import { line } from './tickets.js'

/** A call of the panel's own pages to the back office: always POST with a JSON body, by a person who is signed in. */
export interface PanelCall<Request extends z.ZodType, Response extends z.ZodType> {
  path: string
  /** Whoever calls must hold it; null for every signed-in person. */
  permission: PanelPermission | null
  request: Request
  response: Response
}

const call = <Q extends z.ZodType, R extends z.ZodType>(
  path: string,
  permission: PanelPermission | null,
  request: Q,
  response: R,
): PanelCall<Q, R> => ({ path: `/linea-comune/${path}`, permission, request, response })

const id = line(64).pipe(z.string().min(1))
const code = line(40).pipe(z.string().min(1))
const reason = line(1000).pipe(z.string().min(5))

const enteName = z.object({ code: z.string(), name: z.string() })

/** Text of one field, in one language; lists as `a | b`. */
const texts = z.record(z.string(), z.string())

/** `open`: still without an answer; `settled`: asked again now, it finds one; `dismissed`: the Ente will write nothing. */
export const gapStates = ['open', 'settled', 'dismissed'] as const
export type GapState = (typeof gapStates)[number]

export const panelMe = z.object({
  /** Enti of the person, by name; those of the centre have none. */
  enti: z.array(enteName),
  permissions: z.array(z.string()),
  /** Proposals that wait for these Enti, and suggestions that wait for the centre. */
  openProposals: z.number(),
  openSuggestions: z.number(),
})

/** How one Ente stands to a model. */
export const adoption = z.object({
  enteCode: z.string().nullable(),
  documentId: z.string(),
  version: z.number(),
  published: z.boolean(),
  /** Keys of the texts that are the Ente's own. */
  own: z.array(z.string()),
  /** Keys of the texts that its page shows from the model. */
  inherited: z.array(z.string()),
  /** What only the Ente can fill in, and has not, as editors call it. */
  missing: z.array(z.string()),
  /** Of the proposal that waits, if one does. */
  proposalId: z.string().nullable(),
})

export const modelCard = z.object({
  modelId: z.string(),
  kind: z.enum(modelKinds),
  title: z.string(),
  summary: z.string(),
  version: z.number(),
  publishedOn: z.string(),
  note: z.string(),
  categories: z.array(z.string()),
  locales: z.array(z.string()),
  /** Enti that follow it. */
  adopters: z.array(enteName),
  /** Of the Enti of the person who asks. */
  mine: z.array(adoption),
})
export type ModelCard = z.infer<typeof modelCard>

export const modelDetail = modelCard.extend({
  texts: z.record(z.string(), texts),
  localFields: z.array(z.object({ field: z.string(), prompt: z.string() })),
  versions: z.array(z.object({ version: z.number(), publishedOn: z.string(), note: z.string() })),
})

export const proposalCard = z.object({
  proposalId: z.string(),
  kind: z.enum(modelKinds),
  modelId: z.string(),
  title: z.string(),
  ente: enteName.nullable(),
  documentId: z.string(),
  fromVersion: z.number(),
  toVersion: z.number(),
  state: z.enum(proposalStates),
  note: z.string(),
  createdOn: z.string(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ProposalCard = z.infer<typeof proposalCard>

/** One text that differs between two versions of a model, in one language. */
export const difference = z.object({
  field: z.string(),
  label: z.string(),
  locale: z.string(),
  before: z.string(),
  after: z.string(),
  /** The Ente's own text, which the page goes on showing unless the new one is accepted: empty where it leaves the text out; null when the page shows the model's. */
  own: z.string().nullable(),
})
export type Difference = z.infer<typeof difference>

export const proposalDetail = proposalCard.extend({
  differences: z.array(difference),
  /** False when the draft holds other changes, which publishing would take along. */
  canPublishAtOnce: z.boolean(),
  mayPublish: z.boolean(),
})

export const decideProposal = z.discriminatedUnion('decision', [
  z.object({ proposalId: id, decision: z.literal('accept'), fields: z.array(z.string().max(40)).min(1).max(40), publish: z.boolean() }),
  z.object({ proposalId: id, decision: z.literal('decline'), reason }),
])

const suggestion = z.object({
  suggestionId: z.string(),
  kind: z.enum(modelKinds),
  title: z.string(),
  ente: enteName,
  note: z.string(),
  state: z.enum(suggestionStates),
  createdOn: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  /** The model that was made of it. */
  modelId: z.string().nullable(),
  texts: z.record(z.string(), texts),
})
export type Suggestion = z.infer<typeof suggestion>

/** A matter on which citizens found no answer in the last months. */
export const gap = z.object({
  matter: z.string(),
  /** What it is about: the administration's name of the need, else the newest question. */
  title: z.string(),
  /** People ask it, but no Comune answers it. */
  outOfScope: z.boolean(),
  /** Who was asked, most often first; one for people of one Ente. */
  enti: z.array(enteName.extend({ times: z.number() })),
  /** How often it was asked in vain, and in what way: one question may count in several. */
  times: z.number(),
  unanswered: z.number(),
  refused: z.number(),
  wrote: z.number(),
  lastOn: z.string(),
  /** Newest first, as people put it, without what tells who they are. */
  examples: z.array(z.object({ text: z.string(), answeredNow: z.boolean() })),
  state: z.enum(gapStates),
  /** Why nothing will be written, and who said so. */
  dismissed: z.object({ reason: z.string(), by: z.string(), on: z.string() }).nullable(),
  /** Sheets of other Enti on the same need. */
  elsewhere: z.array(z.object({ ente: z.string(), title: z.string(), url: z.string() })),
})
export type Gap = z.infer<typeof gap>

const byMatter = z.object({ matter: line(160).pipe(z.string().min(1)), ente: code.nullable() })

const adoptionRow = z.object({
  modelId: z.string(),
  kind: z.enum(modelKinds),
  title: z.string(),
  version: z.number(),
  adoptions: z.array(adoption.extend({ ente: enteName.nullable() })),
  declined: z.array(z.object({ ente: enteName.nullable(), version: z.number(), reason: z.string(), decidedOn: z.string() })),
})

const entryTexts = z.object({
  says: z.array(z.string()),
  means: z.string(),
  reason: z.string(),
  language: z.enum(locales),
  origin: z.enum(lexiconEntryOrigins),
  active: z.boolean(),
})

const lexiconChange = z.object({
  version: z.number(),
  /** Null when the entry was new. */
  before: entryTexts.nullable(),
  /** Null when it was deleted. */
  after: entryTexts.nullable(),
  /** Null for a command or an import. */
  by: z.string().nullable(),
  at: z.string(),
})
export type LexiconChange = z.infer<typeof lexiconChange>

const triedAnswer = z.object({ outcome: answersResponse.shape.outcome, title: z.string().nullable() })

const adopted = z.object({
  modelId: z.string(),
  title: z.string(),
  documentId: z.string(),
  /** `there` when the Ente follows it already. */
  outcome: z.enum(['adopted', 'there']),
  published: z.boolean(),
  missing: z.array(z.string()),
})

export const panelCalls = {
  describeMe: call('me', null, nothing, panelMe),
  /** Where the draft can be seen as citizens will see it; the address holds for an hour. */
  previewContent: call(
    'preview',
    'writeContent',
    z.object({ kind: z.enum(modelKinds), documentId: id, locale: z.enum(locales) }),
    z.object({ url: z.string() }),
  ),
  listModels: call('library/list', 'readLibrary', nothing, z.array(modelCard)),
  readModel: call('library/read', 'readLibrary', z.object({ modelId: id }), modelDetail),
  adoptModels: call(
    'library/adopt',
    'adoptModels',
    /** `ente` null is the federation, for the centre only. */
    z.object({
      ente: code.nullable(),
      modelIds: z.array(id).min(1).max(500),
      /** Published at once, but for those that lack something only the Ente can know. */
      publish: z.boolean(),
      /** documentId of the office that answers for the adopted sheets. */
      office: id.optional(),
    }),
    z.array(adopted),
  ),
  listProposals: call('proposals/list', 'adoptModels', z.object({ decided: z.boolean().default(false) }), z.array(proposalCard)),
  readProposal: call('proposals/read', 'adoptModels', z.object({ proposalId: id }), proposalDetail),
  decideProposal: call('proposals/decide', 'adoptModels', decideProposal, proposalCard.extend({ published: z.boolean() })),
  suggestModel: call(
    'suggestions/make',
    'suggestModels',
    z.object({ kind: z.enum(modelKinds), documentId: id, note: line(1000) }),
    z.object({ suggestionId: z.string() }),
  ),
  listSuggestions: call('suggestions/list', 'suggestModels', nothing, z.array(suggestion)),
  decideSuggestion: call(
    'suggestions/decide',
    'writeModels',
    z.discriminatedUnion('decision', [
      z.object({ suggestionId: id, decision: z.literal('accept') }),
      z.object({ suggestionId: id, decision: z.literal('decline'), reason }),
    ]),
    suggestion,
  ),
  /** Which answers an entry would change if it were saved as it stands in the form. `documentId` is null for a new one. */
  tryLexiconEntry: call(
    'lexicon/try',
    'writeContent',
    z.object({
      documentId: id.nullable(),
      /** For the centre only, of a new entry: null is the federation. */
      ente: code.nullable(),
      language: z.enum(locales),
      says: z.array(z.string().max(1000)).max(100),
      means: z.string().max(1000),
      active: z.boolean(),
    }),
    z.object({
      /** How many of the questions that were tried. */
      total: z.number(),
      tried: z.number(),
      /** Some page, or the lexicon, knows one of the words that it means. */
      known: z.boolean(),
      /** The first of them, what would be lost before what would be gained. */
      changes: z.array(
        z.object({ question: z.string(), change: z.enum(['lost', 'gained', 'other']), before: triedAnswer, after: triedAnswer }),
      ),
    }),
  ),
  readLexiconHistory: call('lexicon/history', 'writeContent', z.object({ documentId: id }), z.array(lexiconChange)),
  readAdoption: call('adoption', 'readAdoption', nothing, z.array(adoptionRow)),
  listGaps: call(
    'gaps/list',
    'readGaps',
    /** Each is asked again, so whoever shows few asks for few. */
    z.object({ most: z.number().int().min(1).max(100).default(100) }),
    z.object({ gaps: z.array(gap), days: z.number(), askedAgain: z.boolean() }),
  ),
  dismissGap: call('gaps/dismiss', 'dismissGaps', byMatter.extend({ reason }), done),
  reopenGap: call('gaps/reopen', 'dismissGaps', byMatter, done),
  /** The text at an address of the site answers it: whoever asks nearly so gets it from now on. */
  confirmGap: call(
    'gaps/confirm',
    'publishContent',
    byMatter.extend({ page: z.string().trim().min(1).max(1000) }),
    z.object({ remembered: z.number() }),
  ),
  /** A draft with the question and its other phrasings, to be answered in the content manager. */
  draftForGap: call('gaps/draft', 'writeContent', byMatter, z.object({ documentId: z.string() })),
  listInvitingEnti: call('people/enti', 'invitePeople', nothing, z.array(enteName)),
  invitePerson: call(
    'people/invite',
    'invitePeople',
    z.object({
      ente: code,
      email: z.email().max(254),
      firstname: line(60).pipe(z.string().min(1)),
      lastname: line(60).pipe(z.string().min(1)),
      role: z.enum(enteRoles as [Role, ...Role[]]),
    }),
    /** `joined` when the person had an account already: then the mail says so and holds no link. */
    z.object({ outcome: z.enum(['invited', 'joined']), email: z.string() }),
  ),
} as const

export type PanelCallName = keyof typeof panelCalls
export type PanelRequest<N extends PanelCallName> = z.input<(typeof panelCalls)[N]['request']>
export type PanelInput<N extends PanelCallName> = z.infer<(typeof panelCalls)[N]['request']>
export type PanelResponse<N extends PanelCallName> = z.infer<(typeof panelCalls)[N]['response']>

/** Says for which Ente somebody is at work who belongs to several. It narrows what they see and never widens it. */
export const chosenEnteHeader = 'x-ente'
