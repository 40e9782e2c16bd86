// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an Ente says of itself. Its code, name, address on the site, participation, people and channels are agreed with the centre. */
export const ownEnteFields = [
  'summary',
  'primaryColour',
  'address',
  'phone',
  'email',
  'pec',
  'website',
  'hours',
  'patronSaintName',
  'patronSaintDay',
  'languages',
  'accessibilityUrl',
  'privacyUrl',
  'translations',
] as const
