// SPDX-License-Identifier: AGPL-3.0-or-later

/** Text the search library rendered from Markdown with raw HTML off: the only markup that is shown as it comes. */
export const RichText = ({ html, element }: { html: string; element?: string | undefined }) => (
  <div className="richtext-wrapper lc-rich" data-element={element} dangerouslySetInnerHTML={{ __html: html }} />
)
