// SPDX-License-Identifier: AGPL-3.0-or-later

/** Text the search library rendered from Markdown with raw HTML off: the only markup that is shown as it comes. */
export const RichText = ({ html, lang }: { html: string; lang?: string | undefined }) => (
  <div className="richtext-wrapper lc-rich" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
)
