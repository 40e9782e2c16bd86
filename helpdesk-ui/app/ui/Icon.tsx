// SPDX-License-Identifier: AGPL-3.0-or-later
import sprite from '../../dist/kit/icons.svg?url&no-inline'

/** Names are written whole, `it-…`, where they are used: the build keeps the icons it finds in the sources. */
export const Icon = ({ name, className = '' }: { name: `it-${string}`; className?: string }) => (
  <svg className={`icon ${className}`} aria-hidden="true" focusable="false">
    <use href={`${sprite}#${name}`} />
  </svg>
)
