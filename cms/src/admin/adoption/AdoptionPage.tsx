// SPDX-License-Identifier: AGPL-3.0-or-later
import { Typography } from '@strapi/design-system'
import { fresh, useReadAdoptionQuery } from '../call'
import { paths } from '../paths'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, PanelPage } from '../ui/PanelPage'
import { SortableTable } from '../ui/SortableTable'
import { TextLink } from '../ui/TextLink'
import { kindNames } from '../words'
import { figuresOf } from './adoption-figures'

/** How the Enti use the models, one line for each. */
export const AdoptionPage = () => {
  const query = useReadAdoptionQuery({}, fresh)
  return (
    <PanelPage title="Adesioni" subtitle="Come gli Enti usano i modelli della federazione, e dove se ne discostano">
      <Loaded query={query}>
        {(models) =>
          models.length === 0 ? (
            <Empty title="Nessun modello pubblicato">Quando ne pubblichi uno, qui vedi chi lo adotta.</Empty>
          ) : (
            <Card label="Modelli">
              <Typography tag="p" textColor="neutral600" paddingBottom={4}>
                Apri un modello per vedere Ente per Ente versioni, parti proprie e motivi dei rifiuti.
              </Typography>
              <SortableTable
                caption="Modelli e adesioni"
                rows={models.map((model) => ({ ...model, figures: figuresOf(model) }))}
                rowKey={({ modelId }) => modelId}
                columns={[
                  {
                    key: 'title',
                    heading: 'Modello',
                    value: ({ title }) => title,
                    cell: ({ modelId, title }) => <TextLink to={paths.adoptionOf(modelId)}>{title}</TextLink>,
                  },
                  { key: 'kind', heading: 'Tipo', value: ({ kind }) => kindNames[kind].one },
                  { key: 'version', heading: 'Versione', value: ({ version }) => version, number: true },
                  { key: 'adopters', heading: 'Lo seguono', value: ({ figures }) => figures.adopters, number: true },
                  { key: 'upToDate', heading: 'Aggiornati', value: ({ figures }) => figures.upToDate, number: true },
                  { key: 'diverging', heading: 'Con parti proprie', value: ({ figures }) => figures.diverging, number: true },
                  { key: 'lacking', heading: 'Da completare', value: ({ figures }) => figures.lacking, number: true },
                  { key: 'waiting', heading: 'Devono decidere', value: ({ figures }) => figures.waiting, number: true },
                  { key: 'declined', heading: 'Rifiuti', value: ({ figures }) => figures.declined, number: true },
                ]}
              />
            </Card>
          )
        }
      </Loaded>
    </PanelPage>
  )
}
