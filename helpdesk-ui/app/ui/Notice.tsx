// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'

type Tone = 'info' | 'success' | 'warning' | 'danger'

/** A message about the page as a whole. What went wrong is announced at once. */
export const Notice = ({ tone, title, children, id }: { tone: Tone; title?: string; children?: ReactNode; id?: string }) => (
  <div
    className={`alert alert-${tone} lc-notice`}
    role={tone === 'danger' ? 'alert' : 'status'}
    id={id}
    tabIndex={id === undefined ? undefined : -1}
  >
    {title && <h2 className="alert-heading h5">{title}</h2>}
    {children}
  </div>
)
