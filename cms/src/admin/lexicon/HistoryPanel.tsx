// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Button, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { LexiconChange } from '@linea-comune/config'
import { fresh, useReadLexiconHistoryQuery } from '../call'
import type { EditView } from '../edit/edit-view'
import { lexiconType } from '../paths'
import { differencesOf } from './differences'

/** Beside citizens' words: who changed them, when, and what was there before. */
export const HistoryPanel = ({ model, documentId }: EditView) =>
  model === lexiconType && documentId !== undefined
    ? { title: 'Come è cambiata', content: <History key={documentId} documentId={documentId} /> }
    : null

/** Who comes to check a change looks at the last ones. */
const shownFirst = 3

const Changes = styled.ol`
  display: grid;
  gap: 1.6rem;
  overflow-wrap: anywhere;
`

const Differences = styled.dl`
  display: grid;
  gap: 0.4rem;
  margin: 0.4rem 0 0;
`

const History = ({ documentId }: { documentId: string }) => {
  const { data: changes = [] } = useReadLexiconHistoryQuery({ documentId }, fresh)
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, shownFirst)
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Changes>
        {shown.map((change) => (
          <Change key={change.version} change={change} />
        ))}
      </Changes>
      {shown.length < changes.length && (
        <Button type="button" variant="tertiary" onClick={() => setAll(true)}>
          {`Mostra tutte le ${String(changes.length)} versioni`}
        </Button>
      )}
    </Flex>
  )
}

const instant = new Intl.DateTimeFormat('it', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Rome' })

const Change = ({ change: { version, before, after, by, at } }: { change: LexiconChange }) => (
  <li>
    <Typography variant="pi" fontWeight="bold" tag="p" textColor="neutral800">
      {before === null ? 'Creata' : `Versione ${String(version)}`}
    </Typography>
    <Typography variant="pi" textColor="neutral600" tag="p">
      {`${instant.format(new Date(at))}, ${by ?? 'dal sistema'}`}
    </Typography>
    {before !== null && after !== null && (
      <Differences>
        {differencesOf(before, after).map(({ label, was, is }) => (
          <div key={label}>
            <Typography variant="pi" fontWeight="bold" tag="dt" textColor="neutral800">
              {label}
            </Typography>
            <Typography variant="pi" tag="dd" textColor="neutral800">
              <del>{was}</del>
              {' → '}
              {is}
            </Typography>
          </div>
        ))}
      </Differences>
    )}
  </li>
)
