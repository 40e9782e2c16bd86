// SPDX-License-Identifier: AGPL-3.0-or-later
import { Flex, Grid, Typography } from '@strapi/design-system'
import { useListInvitingEntiQuery, useListOfficesQuery } from '../call'
import type { Person } from '../ente/use-person'
import { CheckField } from '../ui/CheckField'
import { SelectField } from '../ui/SelectField'
import type { Adopter } from './use-adopter'

/** How the next adoptions are made. Nothing here has to be touched. */
export const AdoptOptions = ({ person, adopter }: { person: Person; adopter: Adopter }) => {
  const { options, change, problem } = adopter
  if (problem !== null) return <Typography textColor="neutral700">{problem}</Typography>
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        {person.ofCentre ? <ForWhom adopter={adopter} /> : <OfficeField adopter={adopter} />}
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Flex minHeight="4rem" alignItems="center" flex={1}>
          {person.may('publishContent') ? (
            <CheckField checked={options.publish} onChange={(publish) => change({ publish })}>
              Pubblica subito quello a cui non manca niente
            </CheckField>
          ) : (
            <Typography textColor="neutral600">Adotti in bozza: pubblica chi è responsabile della pubblicazione.</Typography>
          )}
        </Flex>
      </Grid.Item>
    </Grid.Root>
  )
}

const OfficeField = ({ adopter: { options, change } }: { adopter: Adopter }) => {
  const { data: offices = [] } = useListOfficesQuery({})
  return (
    <SelectField
      label="Ufficio competente per le schede che adotti"
      value={options.office}
      onChange={(office) => change({ office })}
      options={[
        { value: '', label: 'Lo scelgo dopo, scheda per scheda' },
        ...offices.map(({ documentId, name }) => ({ value: documentId, label: name })),
      ]}
    />
  )
}

/** The centre may begin for a new Ente, which then decides by itself. */
const ForWhom = ({ adopter: { options, change } }: { adopter: Adopter }) => {
  const { data: enti = [] } = useListInvitingEntiQuery({})
  return (
    <SelectField
      label="Adotta per"
      value={options.ente}
      onChange={(ente) => change({ ente })}
      options={[
        { value: '', label: 'La federazione: vale per chi non ha un testo suo' },
        ...enti.map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
  )
}
