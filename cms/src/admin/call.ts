// SPDX-License-Identifier: AGPL-3.0-or-later
import { adminApi } from '@strapi/strapi/admin'
import { modelKinds, panelCalls, type PanelCallName, type PanelRequest, type PanelResponse } from '@linea-comune/config'
import { contentType, lexiconType } from './paths'

const ours = 'LineaComune'
/** Names of the content manager's own cache: what it changes may change what our pages say, and the other way round. */
const contentManager = ['Document', 'Relations', 'RecentDocumentList', 'CountDocuments'] as const
const lists = modelKinds.map((kind) => ({ type: 'Document' as const, id: `${contentType('content', kind)}_LIST` }))

interface Answer<N extends PanelCallName> {
  data: PanelResponse<N>
}

/** An office of the person's Enti, as the content manager lists it. */
interface Office {
  documentId: string
  name: string
}

/** A sheet or FAQ with something left to do. */
export interface WorkItem {
  documentId: string
  title?: string
  question?: string
  /** `draft`, `modified` or `published`. */
  status?: string
}

interface WorkQuestion {
  uid: string
  params: Record<string, unknown>
}

/** Calls of our own pages, cached with the rest of the panel. Every write makes everything on screen ask again. */
const api = adminApi.enhanceEndpoints({ addTagTypes: [ours, ...contentManager] }).injectEndpoints({
  endpoints: (builder) => {
    const query = <N extends PanelCallName>(name: N) => ({
      query: (data: PanelRequest<N>) => ({ url: panelCalls[name].path, method: 'POST' as const, data }),
      transformResponse: ({ data }: Answer<N>) => data,
    })
    const read = <N extends PanelCallName>(name: N) =>
      builder.query<PanelResponse<N>, PanelRequest<N>>({ ...query(name), providesTags: [ours, ...lists] })
    const write = <N extends PanelCallName>(name: N) =>
      builder.mutation<PanelResponse<N>, PanelRequest<N>>({
        ...query(name),
        invalidatesTags: (_result, error) => (error ? [] : [ours, ...contentManager]),
      })
    return {
      describeMe: read('describeMe'),
      listModels: read('listModels'),
      readModel: read('readModel'),
      adoptModels: write('adoptModels'),
      listProposals: read('listProposals'),
      readProposal: read('readProposal'),
      decideProposal: write('decideProposal'),
      suggestModel: write('suggestModel'),
      listSuggestions: read('listSuggestions'),
      decideSuggestion: write('decideSuggestion'),
      readAdoption: read('readAdoption'),
      listGaps: read('listGaps'),
      dismissGap: write('dismissGap'),
      reopenGap: write('reopenGap'),
      confirmGap: write('confirmGap'),
      draftForGap: write('draftForGap'),
      listInvitingEnti: read('listInvitingEnti'),
      invitePerson: write('invitePerson'),
      previewContent: builder.mutation<PanelResponse<'previewContent'>, PanelRequest<'previewContent'>>(query('previewContent')),
      tryLexiconEntry: builder.mutation<PanelResponse<'tryLexiconEntry'>, PanelRequest<'tryLexiconEntry'>>(query('tryLexiconEntry')),
      readLexiconHistory: builder.query<PanelResponse<'readLexiconHistory'>, PanelRequest<'readLexiconHistory'>>({
        ...query('readLexiconHistory'),
        providesTags: [{ type: 'Document', id: `${lexiconType}_LIST` }],
      }),
      listOffices: builder.query<Office[], Record<string, never>>({
        query: () => ({
          url: '/content-manager/collection-types/api::office.office',
          config: { params: { page: 1, pageSize: 100, sort: 'name:ASC' } },
        }),
        transformResponse: ({ results }: { results: Office[] }) => results,
        providesTags: [{ type: 'Document', id: 'api::office.office_LIST' }],
      }),
      listWork: builder.query<WorkItem[], WorkQuestion>({
        query: ({ uid, params }) => ({ url: `/content-manager/collection-types/${uid}`, config: { params } }),
        transformResponse: ({ results }: { results: WorkItem[] }) => results,
        providesTags: [ours, ...lists],
      }),
    }
  },
})

export const {
  useDescribeMeQuery,
  useListModelsQuery,
  useReadModelQuery,
  useAdoptModelsMutation,
  useListProposalsQuery,
  useReadProposalQuery,
  useDecideProposalMutation,
  useSuggestModelMutation,
  useListSuggestionsQuery,
  useDecideSuggestionMutation,
  useReadAdoptionQuery,
  useListGapsQuery,
  useDismissGapMutation,
  useReopenGapMutation,
  useConfirmGapMutation,
  useDraftForGapMutation,
  useListInvitingEntiQuery,
  useInvitePersonMutation,
  usePreviewContentMutation,
  useTryLexiconEntryMutation,
  useReadLexiconHistoryQuery,
  useListOfficesQuery,
  useListWorkQuery,
} = api

/** For pages: what somebody else did meanwhile is asked for, while what is known is already shown. */
export const fresh = { refetchOnMountOrArgChange: true }

/** What the back office says of a refusal is written for people. */
export const sentenceOf = (error: unknown): string => {
  const { message, status } = (error ?? {}) as { message?: string; status?: number }
  return message === undefined || status === 500 || status === undefined
    ? 'Il sistema non risponde. Aspetta un momento e riprova: quello che hai scritto è ancora qui.'
    : message
}
