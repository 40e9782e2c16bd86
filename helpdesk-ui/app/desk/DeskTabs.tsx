// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'

export interface DeskTab {
  id: string
  name: string
  href: string
  count?: number
}

/** The states of a list, one chosen. On a narrow screen the row scrolls, and the chosen one is in sight. */
export const DeskTabs = ({ label, tabs, current }: { label: string; tabs: readonly DeskTab[]; current: string }) => {
  const chosen = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <nav aria-label={label}>
      <ul className="lcd-tabs">
        {tabs.map(({ id, name, href, count }) => (
          <li key={id}>
            <Link
              ref={id === current ? chosen : null}
              to={href}
              aria-current={id === current ? 'page' : undefined}
              className={count === 0 ? 'lcd-tab lcd-tab-empty' : 'lcd-tab'}
            >
              {name} {count !== undefined && <span className="lcd-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
