// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Flex, Typography } from '@strapi/design-system'
import { modelKinds, type ModelKind } from '@linea-comune/config'
import { fresh, useListGapsQuery, useListModelsQuery, useListWorkQuery, type WorkItem } from '../call'
import { usePerson } from '../ente/use-person'
import { contentType, documentPath, listOf, paths } from '../paths'
import { TextLink } from '../ui/TextLink'
import { count } from '../words'

const soonDays = 30
const shown = 4

/** What waits for a decision of whoever has just signed in. */
export const ToDecide = () => {
  const person = usePerson()
  if (person === undefined) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {person.may('adoptModels') && <Proposals waiting={person.openProposals} />}
      {person.may('writeModels') && <Suggestions waiting={person.openSuggestions} />}
      {person.may('readLibrary') && <TextLink to={paths.library}>Sfoglia le buone pratiche</TextLink>}
      {person.may('readAdoption') && <TextLink to={paths.adoption}>Guarda come gli Enti usano i modelli</TextLink>}
      {person.permissions.length === 0 && <Typography>Il tuo lavoro è nello sportello, non in questo pannello.</Typography>}
    </Flex>
  )
}

/** What is half written: an Ente's own texts, or the models at the centre. */
export const ToWrite = () => {
  const person = usePerson()
  if (person === undefined) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {person.may('readGaps') && <Gaps />}
      {!person.ofCentre && <Incomplete />}
      {modelKinds.map((kind) => (
        <Drafts key={kind} what={person.ofCentre ? 'model' : 'content'} kind={kind} />
      ))}
      {!person.ofCentre && <Reviews />}
    </Flex>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex direction="column" alignItems="flex-start" gap={1}>
    <Typography variant="omega" fontWeight="bold" tag="h3">
      {title}
    </Typography>
    {children}
  </Flex>
)

const Proposals = ({ waiting }: { waiting: number }) => (
  <Part title="Aggiornamenti dei modelli">
    {waiting === 0 ? (
      <Typography textColor="neutral600">Nessuno da decidere.</Typography>
    ) : (
      <TextLink to={paths.proposals}>{`${count(waiting, 'aggiornamento', 'aggiornamenti')} da decidere`}</TextLink>
    )}
  </Part>
)

const Suggestions = ({ waiting }: { waiting: number }) => (
  <Part title="Testi proposti dagli Enti">
    {waiting === 0 ? (
      <Typography textColor="neutral600">Nessuno aspetta risposta.</Typography>
    ) : (
      <TextLink to={paths.suggestions}>{`${count(waiting, 'testo aspetta', 'testi aspettano')} una risposta`}</TextLink>
    )}
  </Part>
)

/** What citizens ask most and nobody answers. */
const Gaps = () => {
  const { data } = useListGapsQuery({ most: shown }, fresh)
  const open = data?.gaps.filter(({ state, outOfScope }) => state === 'open' && !outOfScope) ?? []
  return open.length === 0 ? null : (
    <Part title="Domande dei cittadini senza risposta">
      <ul>
        {open.map(({ matter, title, times }) => (
          <li key={matter}>
            <Typography>{`${title} (${times === 1 ? 'una volta' : `${String(times)} volte`})`}</Typography>
          </li>
        ))}
      </ul>
      <TextLink to={paths.gaps}>Guarda tutte</TextLink>
    </Part>
  )
}

/** Adopted, and still without what only the Ente knows. */
const Incomplete = () => {
  const { data: models = [] } = useListModelsQuery({}, fresh)
  const lacking = models.filter(({ mine }) => mine.some(({ missing }) => missing.length > 0)).length
  return lacking === 0 ? null : (
    <Part title="Modelli adottati da completare">
      <TextLink to={`${paths.library}?stato=missing`}>{count(lacking, 'contenuto', 'contenuti')}</TextLink>
    </Part>
  )
}

type What = 'content' | 'model'

const drafts: Record<What, Record<ModelKind, { title: string; none: string }>> = {
  content: {
    sheet: { title: 'Schede in bozza o con modifiche da pubblicare', none: 'Nessuna: tutte le schede sono pubblicate.' },
    faq: { title: 'Domande in bozza o con modifiche da pubblicare', none: 'Nessuna: tutte le domande sono pubblicate.' },
  },
  model: {
    sheet: { title: 'Modelli di scheda in bozza o con modifiche da pubblicare', none: 'Nessuno: tutti i modelli sono pubblicati.' },
    faq: { title: 'Modelli di domanda in bozza o con modifiche da pubblicare', none: 'Nessuno: tutti i modelli sono pubblicati.' },
  },
}

const Drafts = ({ what, kind }: { what: What; kind: ModelKind }) => {
  const { data } = useListWorkQuery({ uid: contentType(what, kind), params: { page: 1, pageSize: 50, sort: 'updatedAt:DESC' } })
  if (data === undefined) return null
  const items = data.filter(({ status }) => status !== 'published')
  const { title, none } = drafts[what][kind]
  return (
    <Part title={title}>
      {items.length === 0 ? <Typography textColor="neutral600">{none}</Typography> : <Items what={what} kind={kind} items={items} />}
    </Part>
  )
}

const soon = (): string => new Date(Date.now() + soonDays * 86_400_000).toISOString().slice(0, 10)

const Reviews = () => {
  const { data } = useListWorkQuery({
    uid: contentType('content', 'sheet'),
    params: { page: 1, pageSize: shown + 1, sort: 'reviewBy:ASC', filters: { $and: [{ reviewBy: { $lte: soon() } }] } },
  })
  return data === undefined || data.length === 0 ? null : (
    <Part title="Schede da rivedere entro un mese">
      <Items what="content" kind="sheet" items={data} />
    </Part>
  )
}

const Items = ({ what, kind, items }: { what: What; kind: ModelKind; items: readonly WorkItem[] }) => (
  <>
    <ul>
      {items.slice(0, shown).map(({ documentId, title, question }) => (
        <li key={documentId}>
          <TextLink to={documentPath(what, kind, documentId)}>{title ?? question ?? 'Senza titolo'}</TextLink>
        </li>
      ))}
    </ul>
    {items.length > shown && <TextLink to={listOf(what, kind)}>Guarda tutto</TextLink>}
  </>
)
