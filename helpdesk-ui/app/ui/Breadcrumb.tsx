// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Crumb {
  label: string
  href?: string
}

export const Breadcrumb = ({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) => (
  <nav className="breadcrumb-container" aria-label={label}>
    <ol className="breadcrumb" data-element="breadcrumb">
      {crumbs.map(({ label: text, href }, position) => (
        <li
          key={text}
          className={href === undefined ? 'breadcrumb-item active' : 'breadcrumb-item'}
          aria-current={href === undefined ? 'page' : undefined}
        >
          {href === undefined ? text : <a href={href}>{text}</a>}
          {position < crumbs.length - 1 && (
            <span className="separator" aria-hidden="true">
              /
            </span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
