// SPDX-License-Identifier: AGPL-3.0-or-later
import { NavLink } from 'react-router-dom'
import { styled } from 'styled-components'

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 2.4rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`
const Tab = styled(NavLink)`
  display: inline-block;
  padding: 1.2rem 0;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  text-decoration: none;
  border-bottom: 2px solid transparent;
  &[aria-current='page'] {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary600};
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
`

/** Pages that belong together, as links: each has an address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly { to: string; label: string }[] }) => (
  <nav aria-label={label}>
    <List>
      {tabs.map((tab) => (
        <li key={tab.to}>
          <Tab to={tab.to} end>
            {tab.label}
          </Tab>
        </li>
      ))}
    </List>
  </nav>
)
