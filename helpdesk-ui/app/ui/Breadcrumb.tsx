// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Crumb {
  label: string
  href?: string
  /** When it is not in the language of the page. */
  lang?: string | undefined
}

export const Breadcrumb = ({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) => (
  <nav className="breadcrumb-container" aria-label={label}>
    <ol className="breadcrumb" data-element="breadcrumb">
      {crumbs.map(({ label: text, href, lang }, position) => (
        <li
          key={text}
          className={href === undefined ? 'breadcrumb-item active' : 'breadcrumb-item'}
          aria-current={href === undefined ? 'page' : undefined}
        >
          {href === undefined ? (
            <span lang={lang}>{text}</span>
          ) : (
            <a href={href} lang={lang}>
              {text}
            </a>
          )}
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
