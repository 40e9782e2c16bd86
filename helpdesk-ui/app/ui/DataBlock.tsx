// SPDX-License-Identifier: AGPL-3.0-or-later

/** Facts for machines. A data block is not a script: the content policy has no say in it, and `<` cannot end it. */
export const DataBlock = ({ facts }: { facts: unknown }) => (
  <script
    type="application/ld+json"
    data-element="metatag"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll('<', '\\u003c') }}
  />
)
