// SPDX-License-Identifier: AGPL-3.0-or-later

/** The blue of Italian public administrations in the place of the vendor's violet; text on white and white on it read at 4.5:1 and more. */
const blue = {
  primary100: '#e6f0fa',
  primary200: '#cce0f5',
  primary500: '#0066cc',
  primary600: '#005ab3',
  primary700: '#004080',
  buttonPrimary500: '#0066cc',
  buttonPrimary600: '#005ab3',
}

export const theme = { light: { colors: blue } }
