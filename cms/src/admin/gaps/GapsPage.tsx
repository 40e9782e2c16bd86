// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Box, Typography } from '@strapi/design-system'
import { gapStates, type GapState, type PanelResponse } from '@linea-comune/config'
import { fresh, useListGapsQuery } from '../call'
import type { Person } from '../ente/use-person'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Message } from '../ui/Message'
import { SelectField } from '../ui/SelectField'
import { GapCard } from './GapCard'

const stateNames: Record<GapState, string> = {
  open: 'Da scrivere',
  settled: 'Ora trovano risposta',
  dismissed: 'Archiviate',
}

const nothing: Record<GapState, { title: string; text: string }> = {
  open: {
    title: 'Nessuna domanda aspetta un testo',
    text: 'Quando un cittadino chiede qualcosa e non trova risposta, la sua domanda compare qui, senza il suo nome.',
  },
  settled: {
    title: 'Ancora nessuna',
    text: 'Una domanda passa qui da sola quando un testo pubblicato le risponde.',
  },
  dismissed: {
    title: 'Nessuna domanda archiviata',
    text: 'Qui stanno le domande su cui avete deciso di non scrivere, con il motivo.',
  },
}

type Gaps = PanelResponse<'listGaps'>

/** What citizens asked in vain: of the Ente's own to its editors, of all Enti to the centre. */
export const GapsPage = ({ person }: { person: Person }) => {
  const [search, setSearch] = useSearchParams()
  const state = gapStates.find((known) => known === search.get('stato')) ?? 'open'
  const gaps = useListGapsQuery({}, fresh)
  const [said, say] = useState({ sentence: '', times: 0 })
  const onDone = (sentence: string): void => say(({ times }) => ({ sentence, times: times + 1 }))
  return (
    <Loaded query={gaps}>
      {(found) => (
        <>
          <Box maxWidth="32rem">
            <SelectField
              label="Mostra"
              value={state}
              onChange={(value) => setSearch(value === 'open' ? {} : { stato: value }, { replace: true })}
              options={gapStates.map((value) => ({ value, label: `${stateNames[value]} (${String(inState(found, value).length)})` }))}
            />
          </Box>
          {said.sentence !== '' && <Message key={said.times} kind="success" title={said.sentence} />}
          {!found.askedAgain && (
            <Message kind="neutral" title="La ricerca non risponde in questo momento">
              <Typography>Può darsi che qualche domanda di questo elenco trovi già risposta.</Typography>
            </Message>
          )}
          {inState(found, state).length === 0 ? (
            <Empty title={nothing[state].title}>{nothing[state].text}</Empty>
          ) : (
            <>
              <Typography textColor="neutral600">{`Negli ultimi ${String(found.days)} giorni, le più chieste per prime. Ogni volta che apri la pagina le riproviamo: chi trova risposta passa di elenco.`}</Typography>
              {inState(found, state).map((gap) => (
                <GapCard key={gap.matter} gap={gap} person={person} onDone={onDone} />
              ))}
            </>
          )}
        </>
      )}
    </Loaded>
  )
}

const inState = ({ gaps }: Gaps, state: GapState) => gaps.filter((gap) => gap.state === state)
