// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentProps } from 'react'
import type { StrapiApp } from '@strapi/strapi/admin'
import { Book, ChartBubble, Question, User } from '@strapi/icons'
import { styled } from 'styled-components'
import type { PanelPermission } from '@linea-comune/config'
import { useDescribeMeQuery } from './call'
import { paths } from './paths'

const Marked = styled.span`
  position: relative;
  display: inline-flex;
  b {
    position: absolute;
    top: -0.9rem;
    left: 1.1rem;
    min-width: 1.8rem;
    padding: 0 0.4rem;
    border-radius: 0.9rem;
    font-size: 1.1rem;
    line-height: 1.8rem;
    text-align: center;
    color: ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary600};
  }
`

const everyMs = 60_000

/** The menu knows fixed numbers only, so that the picture carries the one that changes: what waits for a decision. */
const PracticeIcon = (props: ComponentProps<typeof Book>) => {
  const { data: me } = useDescribeMeQuery({}, { pollingInterval: everyMs })
  const waiting = (me?.openProposals ?? 0) + (me?.openSuggestions ?? 0)
  return (
    <Marked>
      <Book {...props} />
      {waiting > 0 && <b>{waiting > 99 ? '99+' : waiting}</b>}
    </Marked>
  )
}

/** As `permission-actions.ts` of the back office spells it. */
const actionOf = (permission: PanelPermission): string =>
  `api::linea-comune.${permission.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const link = (to: string, label: string, permission: PanelPermission, position: number) => ({
  to: to.slice(1),
  intlLabel: { id: to, defaultMessage: label },
  permissions: [{ action: actionOf(permission), subject: null }] as never[],
  position,
})

/** Entries of our own pages. */
export const addMenuLinks = (app: StrapiApp): void => {
  app.addMenuLink({
    ...link(paths.library, 'Buone pratiche', 'readLibrary', 2),
    icon: PracticeIcon,
    Component: () => import('./pages').then(({ PracticePages }) => ({ default: PracticePages })),
  })
  app.addMenuLink({
    ...link(paths.adoption, 'Adesioni', 'readAdoption', 3),
    icon: ChartBubble,
    Component: () => import('./pages').then(({ AdoptionPages }) => ({ default: AdoptionPages })),
  })
  app.addMenuLink({
    ...link(paths.gaps, 'Domande senza risposta', 'readGaps', 3),
    icon: Question,
    Component: () => import('./pages').then(({ GapPages }) => ({ default: GapPages })),
  })
  app.addMenuLink({
    ...link(paths.people, 'Persone', 'invitePeople', 4),
    icon: User,
    Component: () => import('./pages').then(({ PeoplePages }) => ({ default: PeoplePages })),
  })
}
