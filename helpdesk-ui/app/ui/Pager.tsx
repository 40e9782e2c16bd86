// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from './Icon'

interface PagerWords {
  label: string
  where: string
  previous: string
  next: string
}

/** Nothing when one page holds everything. */
export const Pager = ({
  page,
  pages,
  hrefOf,
  words,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
  words: PagerWords
}) =>
  pages <= 1 ? null : (
    <nav className="pagination-wrapper lc-pager" aria-label={words.label}>
      {page > 1 ? (
        <a className="btn btn-outline-primary btn-sm" rel="prev" href={hrefOf(page - 1)}>
          <Icon name="it-chevron-left" className="icon-sm icon-primary" /> {words.previous}
        </a>
      ) : (
        <span />
      )}
      <span className="lc-pager-where">{words.where}</span>
      {page < pages ? (
        <a className="btn btn-outline-primary btn-sm" rel="next" data-element="pager-link" href={hrefOf(page + 1)}>
          {words.next} <Icon name="it-chevron-right" className="icon-sm icon-primary" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
