// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge, Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { ModelCard } from '@linea-comune/config'
import { documentPath, paths } from '../paths'
import { TextLink } from '../ui/TextLink'
import { count, kindNames } from '../words'
import { Standings } from './Standings'

const Row = styled.li`
  display: grid;
  grid-template-columns: 2.4rem minmax(0, 1fr);
  gap: 1.2rem;
  padding: 2rem 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  &:first-child {
    border-top: 0;
    padding-top: 0;
  }
  @media (min-width: 1080px) {
    grid-template-columns: 2.4rem minmax(0, 1fr) 26rem;
  }
`
const Side = styled(Flex)`
  grid-column: 2;
  @media (min-width: 1080px) {
    grid-column: 3;
  }
`

interface ModelRowProps {
  model: ModelCard
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onAdopt: () => void
  /** Why nothing can be adopted now. */
  problem: string | null
  busy: boolean
}

/** One model in the library: what it says, who uses it, how we stand to it. */
export const ModelRow = ({ model, chosen, onChoose, onAdopt, problem, busy }: ModelRowProps) => {
  const { modelId, kind, title, summary, version, categories, adopters, mine } = model
  const [own] = mine
  const free = own === undefined
  return (
    <Row>
      <Box paddingTop={1}>
        {free && problem === null && (
          <Checkbox aria-label={`Scegli «${title}»`} checked={chosen} onCheckedChange={(state) => onChoose(state === true)} />
        )}
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="delta" fontWeight="bold" tag="h3">
          <TextLink to={paths.model(modelId)}>{title}</TextLink>
        </Typography>
        {summary !== '' && (
          <Typography tag="p" textColor="neutral700">
            {summary}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Badge>{kindNames[kind].one}</Badge>
          <Badge>{`Versione ${String(version)}`}</Badge>
          {categories.map((category) => (
            <Badge key={category}>{category}</Badge>
          ))}
        </Flex>
        <Typography variant="pi" tag="p" textColor="neutral600">
          {adoptedBy(adopters)}
        </Typography>
      </Flex>
      <Side direction="column" alignItems="flex-start" gap={3}>
        <Standings model={model} />
        {free ? (
          problem === null && (
            <Button variant="secondary" onClick={onAdopt} disabled={busy} aria-label={`Adotta «${title}»`}>
              Adotta
            </Button>
          )
        ) : (
          <TextLink to={documentPath('content', kind, own.documentId)}>{`Apri ${kindNames[kind].the}`}</TextLink>
        )}
      </Side>
    </Row>
  )
}

const shown = 3

/** Names of neighbours say more than a number; beyond a few, the number says more. */
export const adoptedBy = (adopters: ModelCard['adopters']): string => {
  if (adopters.length === 0) return 'Nessun Ente l’ha ancora adottato.'
  const names = adopters.slice(0, shown).map(({ name }) => name)
  const more = adopters.length - names.length
  return `Lo usano: ${names.join(', ')}${more > 0 ? ` e ${count(more, 'altro Ente', 'altri Enti')}` : ''}.`
}
