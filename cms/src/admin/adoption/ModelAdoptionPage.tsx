// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Box, Field, Flex, Typography } from '@strapi/design-system'
import { useParams } from 'react-router-dom'
import { fresh, useReadAdoptionQuery } from '../call'
import { paths } from '../paths'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, PanelPage } from '../ui/PanelPage'
import { SortableTable } from '../ui/SortableTable'
import { TextLink } from '../ui/TextLink'
import { count, fieldLabel, fieldLabels, onDay } from '../words'
import { enteRows, ownTexts, type EnteRow, type Row } from './adoption-figures'

/** One model, Ente by Ente. */
export const ModelAdoptionPage = () => {
  const { modelId = '' } = useParams()
  const query = useReadAdoptionQuery({}, fresh)
  const model = query.data?.find((row) => row.modelId === modelId)
  return (
    <PanelPage
      title={model?.title ?? 'Adesioni'}
      subtitle={model && `Versione ${String(model.version)}, ${count(model.adoptions.length, 'adesione', 'adesioni')}`}
      back={{ to: paths.adoption, label: 'Adesioni' }}
    >
      <Loaded query={query}>{() => (model === undefined ? <Empty title="Questo modello non c’è più" /> : <Enti model={model} />)}</Loaded>
    </PanelPage>
  )
}

const Enti = ({ model }: { model: Row }) => {
  const [wanted, setWanted] = useState('')
  const rows = enteRows(model)
  const found = rows.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()))
  const own = ownTexts(model)
  return (
    <>
      <Card label="In breve">
        <Flex direction="column" alignItems="flex-start" gap={3}>
          <TextLink to={paths.model(model.modelId)}>Leggi il modello</TextLink>
          <Typography>
            <strong>Parti riscritte dagli Enti: </strong>
            {own.length === 0
              ? 'nessuna, tutti mostrano il testo del modello.'
              : own.map(({ key, enti }) => `${fieldLabel(model.kind, key)} (${count(enti, 'Ente', 'Enti')})`).join(', ')}
          </Typography>
        </Flex>
      </Card>
      {rows.length === 0 ? (
        <Empty title="Nessun Ente l’ha ancora adottato" />
      ) : (
        <Card label="Ente per Ente">
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Box maxWidth="32rem">
              <Field.Root>
                <Field.Label>Cerca un Ente</Field.Label>
                <Field.Input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
              </Field.Root>
            </Box>
            <Typography role="status" textColor="neutral600">
              {count(found.length, 'Ente', 'Enti')}
            </Typography>
            <EnteTable rows={found} model={model} />
          </Flex>
        </Card>
      )}
    </>
  )
}

const EnteTable = ({ rows, model: { kind, version: newest } }: { rows: readonly EnteRow[]; model: Row }) => (
  <SortableTable
    caption="Ente per Ente"
    rows={rows}
    rowKey={({ key }) => key}
    columns={[
      { key: 'name', heading: 'Ente', value: ({ name }) => name },
      {
        key: 'version',
        heading: 'Versione',
        value: ({ version }) => version,
        cell: ({ version, waits }) =>
          `${String(version)}${version === newest ? '' : ` di ${String(newest)}`}${waits ? ', deve decidere' : ''}`,
      },
      { key: 'published', heading: 'Pagina', value: ({ published }) => (published ? 'Pubblicata' : 'In bozza') },
      {
        key: 'own',
        heading: 'Parti proprie',
        value: ({ own }) => own.length,
        cell: ({ own }) => (own.length === 0 ? 'Nessuna' : fieldLabels(kind, own).join(', ')),
      },
      {
        key: 'missing',
        heading: 'Manca',
        value: ({ missing }) => missing.length,
        cell: ({ missing }) => (missing.length === 0 ? 'Niente' : fieldLabels(kind, missing).join(', ')),
      },
      {
        key: 'declined',
        heading: 'Rifiuti',
        value: ({ declined }) => declined.length,
        cell: ({ declined }) =>
          declined.length === 0
            ? 'Nessuno'
            : declined.map(({ version, reason, decidedOn }) => (
                <span key={version} style={{ display: 'block' }}>{`Versione ${String(version)}, ${onDay(decidedOn)}: ${reason}`}</span>
              )),
      },
    ]}
  />
)
