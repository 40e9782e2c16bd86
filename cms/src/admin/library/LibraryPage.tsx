// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Button, Field, Flex, Grid, Typography } from '@strapi/design-system'
import { useSearchParams } from 'react-router-dom'
import type { ModelCard } from '@linea-comune/config'
import { fresh, useListModelsQuery } from '../call'
import type { Person } from '../ente/use-person'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/PanelPage'
import { SelectField } from '../ui/SelectField'
import { count } from '../words'
import { AdoptionOutcome } from './AdoptionOutcome'
import { AdoptOptions } from './AdoptOptions'
import { ModelRow } from './ModelRow'
import { categoriesOf, choose, standingNames, standings } from './standing'
import { useAdopter } from './use-adopter'

/** The federation's best practice, to be browsed and adopted. */
export const LibraryPage = ({ person }: { person: Person }) => {
  const models = useListModelsQuery({}, fresh)
  return (
    <Loaded query={models}>
      {(all) =>
        all.length === 0 ? (
          <Empty title="La raccolta è ancora vuota">
            Quando il centro pubblica un modello, lo trovi qui. Puoi anche proporre una tua scheda pubblicata: lo fai dalla scheda.
          </Empty>
        ) : (
          <Library models={all} person={person} />
        )
      }
    </Loaded>
  )
}

const Library = ({ models, person }: { models: readonly ModelCard[]; person: Person }) => {
  const [search, setSearch] = useSearchParams()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const adopter = useAdopter(person)
  const wanted = { words: search.get('q') ?? '', category: search.get('categoria') ?? '', standing: search.get('stato') ?? '' }
  const found = choose(models, wanted)
  const picked = models.filter(({ modelId, mine }) => chosen.has(modelId) && mine.length === 0).map(({ modelId }) => modelId)
  const narrow = (name: string, value: string): void =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name)
        else before.set(name, value)
        return before
      },
      { replace: true },
    )
  const adopt = (modelIds: readonly string[]): void => {
    adopter.adopt(modelIds)
    setChosen(new Set())
  }
  return (
    <>
      <AdoptionOutcome adopter={adopter} models={models} />
      <Card label="Cerca nella raccolta">
        <Grid.Root gap={4}>
          <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
            <Field.Root>
              <Field.Label>Cerca un modello</Field.Label>
              <Field.Input type="search" value={wanted.words} onChange={(event) => narrow('q', event.target.value)} />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <SelectField
              label="Categoria"
              value={wanted.category}
              onChange={(value) => narrow('categoria', value)}
              options={[{ value: '', label: 'Tutte' }, ...categoriesOf(models).map((name) => ({ value: name, label: name }))]}
            />
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <SelectField
              label="Stato"
              value={wanted.standing}
              onChange={(value) => narrow('stato', value)}
              options={[
                { value: '', label: 'Tutti' },
                ...standings.map((standing) => ({ value: standing, label: standingNames[standing] })),
              ]}
            />
          </Grid.Item>
        </Grid.Root>
      </Card>
      <Card label="Come adottare">
        <AdoptOptions person={person} adopter={adopter} />
      </Card>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography variant="beta" tag="h2" role="status">
          {count(found.length, 'modello', 'modelli')}
        </Typography>
        {adopter.problem === null && (
          <Button onClick={() => adopt(picked)} disabled={picked.length === 0 || adopter.busy} loading={adopter.busy}>
            {picked.length === 0
              ? 'Adotta quelli scelti'
              : `Adotta ${picked.length === 1 ? 'quello scelto' : `i ${String(picked.length)} scelti`}`}
          </Button>
        )}
      </Flex>
      {found.length === 0 ? (
        <Empty title="Nessun modello corrisponde">Prova con un’altra parola, o togli categoria e stato.</Empty>
      ) : (
        <Card>
          <ul>
            {found.map((model) => (
              <ModelRow
                key={model.modelId}
                model={model}
                chosen={chosen.has(model.modelId)}
                onChoose={(add) =>
                  setChosen((before) => new Set(add ? [...before, model.modelId] : [...before].filter((id) => id !== model.modelId)))
                }
                onAdopt={() => adopt([model.modelId])}
                problem={adopter.problem}
                busy={adopter.busy}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
