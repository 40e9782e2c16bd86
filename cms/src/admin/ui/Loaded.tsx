// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Button, Flex, Loader, Typography } from '@strapi/design-system'
import { sentenceOf } from '../call'
import { Card } from './PanelPage'

interface Loading<T> {
  data?: T
  error?: unknown
  refetch: () => unknown
}

/** What was asked for, or that it is on its way, or why it did not come. */
export const Loaded = <T,>({ query, children }: { query: Loading<T>; children: (data: T) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error === undefined)
    return (
      <Flex justifyContent="center" padding={8}>
        <Loader>Caricamento in corso</Loader>
      </Flex>
    )
  return (
    <Card>
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography role="alert">{sentenceOf(query.error)}</Typography>
        <Button variant="tertiary" onClick={() => query.refetch()}>
          Riprova
        </Button>
      </Flex>
    </Card>
  )
}
