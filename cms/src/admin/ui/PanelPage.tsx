// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Layouts, Page } from '@strapi/strapi/admin'
import { Box, Flex, Link } from '@strapi/design-system'
import { ArrowLeft } from '@strapi/icons'
import { NavLink } from 'react-router-dom'

interface PanelPageProps {
  title: string
  subtitle?: ReactNode
  back?: { to: string; label: string }
  children: ReactNode
}

/** A page of ours in the panel: its title, where it belongs, its content. */
export const PanelPage = ({ title, subtitle, back, children }: PanelPageProps) => (
  <Page.Main>
    <Page.Title>{`${title} | Linea Comune`}</Page.Title>
    <Layouts.BaseHeader
      title={title}
      {...(subtitle !== undefined && { subtitle })}
      {...(back && {
        navigationAction: (
          <Link startIcon={<ArrowLeft aria-hidden />} tag={NavLink} to={back.to}>
            {back.label}
          </Link>
        ),
      })}
    />
    <Layouts.Content>
      <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
        {children}
      </Flex>
    </Layouts.Content>
  </Page.Main>
)

/** White, as the boxes of the content manager. */
export const Card = ({ children, label }: { children: ReactNode; label?: string }) => (
  <Box
    {...(label !== undefined && { tag: 'section' as const, 'aria-label': label })}
    background="neutral0"
    hasRadius
    shadow="tableShadow"
    padding={{ initial: 4, medium: 6 }}
  >
    {children}
  </Box>
)
