// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from 'react-router'

export const DeskPager = ({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) =>
  pages <= 1 ? null : (
    <nav className="lc-pager" aria-label="Pagine">
      {page > 1 ? (
        <Link className="btn btn-outline-primary btn-sm" rel="prev" to={hrefOf(page - 1)}>
          Precedente
        </Link>
      ) : (
        <span />
      )}
      <span className="lc-pager-where">
        Pagina {page} di {pages}
      </span>
      {page < pages ? (
        <Link className="btn btn-outline-primary btn-sm" rel="next" to={hrefOf(page + 1)}>
          Successiva
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
