// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Flex, Typography } from '@strapi/design-system'
import { Card } from './PanelPage'

/** Nothing here, and why that is fine or what can be done. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Card>
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="delta" fontWeight="bold" tag="p">
        {title}
      </Typography>
      {children !== undefined && (
        <Typography tag="p" textColor="neutral600">
          {children}
        </Typography>
      )}
    </Flex>
  </Card>
)
