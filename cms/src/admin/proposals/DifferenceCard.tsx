// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge, Flex, Grid, Typography } from '@strapi/design-system'
import type { Difference } from '@linea-comune/config'
import { attention } from '../ui/attention'
import { CheckField } from '../ui/CheckField'
import { Card } from '../ui/PanelPage'
import { languageName } from '../words'
import { MarkedText } from './MarkedText'
import { markWords } from './mark-words'

interface DifferenceCardProps {
  /** One text, in each language in which it changes. */
  differences: readonly [Difference, ...Difference[]]
  /** Null where nothing is to be decided any more. */
  accepted: boolean | null
  onAccept: (accepted: boolean) => void
}

/** A section: what the page says now, what is proposed, and whether we take it. */
export const DifferenceCard = ({ differences, accepted, onAccept }: DifferenceCardProps) => {
  const [{ label }] = differences
  const own = differences.some((difference) => difference.own !== null)
  const written = differences.some((difference) => (difference.own ?? '') !== '')
  return (
    <Card label={label}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Flex gap={3} wrap="wrap">
            <Typography variant="delta" fontWeight="bold" tag="h2">
              {label}
            </Typography>
            {own && <Badge {...attention}>{written ? 'Qui hai una tua versione' : 'Qui lo hai lasciato fuori'}</Badge>}
          </Flex>
          {accepted !== null && (
            <CheckField checked={accepted} onChange={onAccept}>
              {`Accetta «${label}»`}
            </CheckField>
          )}
        </Flex>
        {differences.map((difference) => (
          <Sides key={difference.locale} difference={difference} named={differences.length > 1 || difference.locale !== 'it'} />
        ))}
        {own && accepted !== null && (
          <Typography variant="pi" textColor="neutral700">
            {accepted
              ? 'Se lo accetti, i cittadini leggeranno il testo proposto al posto di quello che hai scelto tu.'
              : 'La tua pagina resta com’è.'}
          </Typography>
        )}
      </Flex>
    </Card>
  )
}

const Sides = ({ difference: { before, after, own, locale }, named }: { difference: Difference; named: boolean }) => {
  const marked = markWords(own ?? before, after)
  const language = named ? ` (${languageName(locale)})` : ''
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" justifyContent="flex-start" gap={1}>
        <Typography variant="sigma" tag="h3" textColor="neutral600">
          {`${(own ?? '') === '' ? 'Ora sulla tua pagina' : 'La tua versione'}${language}`}
        </Typography>
        <MarkedText pieces={marked.now} lang={locale} />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" justifyContent="flex-start" gap={1}>
        <Typography variant="sigma" tag="h3" textColor="neutral600">
          {`Proposta${language}`}
        </Typography>
        <MarkedText pieces={marked.proposed} lang={locale} />
      </Grid.Item>
    </Grid.Root>
  )
}
