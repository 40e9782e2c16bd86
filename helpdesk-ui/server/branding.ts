// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Hsl {
  h: number
  s: number
  l: number
}

const channels = (hex: string): [number, number, number] | null => {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (found === null) return null
  const [r = '', g = '', b = ''] = found.slice(1)
  return [parseInt(r, 16) / 255, parseInt(g, 16) / 255, parseInt(b, 16) / 255]
}

export const toHsl = ([r, g, b]: readonly [number, number, number]): Hsl => {
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const span = max - min
  const l = (max + min) / 2
  const s = span === 0 ? 0 : span / (1 - Math.abs(2 * l - 1))
  const turn = span === 0 ? 0 : max === r ? ((g - b) / span) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4
  return { h: Math.round((turn * 60 + 360) % 360), s: Math.round(s * 100), l: Math.round(l * 100) }
}

const toRgb = ({ h, s, l }: Hsl): [number, number, number] => {
  const a = (s / 100) * Math.min(l / 100, 1 - l / 100)
  const channel = (n: number): number => {
    const k = (n + h / 30) % 12
    return l / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return [channel(0), channel(8), channel(4)]
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Contrast with white, as WCAG 2 counts it. */
export const contrastWithWhite = (colour: Hsl): number => {
  const [r, g, b] = toRgb(colour)
  return 1.05 / (0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05)
}

/** White on the colour must read, also on the slightly lighter shades that buttons and links take. */
const wantedContrast = 5.5

const italianBlue: Hsl = { h: 210, s: 100, l: 40 }

/** The Ente's colour, darkened as far as white text on it asks: no Ente's page is unreadable because of its colour. */
export const toReadable = (hex: string): Hsl => {
  const rgb = channels(hex)
  if (rgb === null) return italianBlue
  const colour = toHsl(rgb)
  let l = Math.min(colour.l, 45)
  while (l > 10 && contrastWithWhite({ ...colour, l }) < wantedContrast) l -= 1
  return { ...colour, l }
}

/** The whole stylesheet that makes a page an Ente's own: three variables that every shade is derived from. */
export const themeCss = (hex: string): string => {
  const { h, s, l } = toReadable(hex)
  return `:root{--ente-h:${String(h)};--ente-s:${String(s)}%;--ente-l:${String(l)}%}\n`
}
