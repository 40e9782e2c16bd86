// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { contrastWithWhite, themeCss, toHsl, toReadable } from './branding.js'

describe('an Ente’s colour', () => {
  it.each(['#0066cc', '#7a1f3d', '#4b2e83', '#49504d', '#ffd500', '#00ff00', '#ffffff', '#000000', '#f4f4f4', '#ff7f50'])(
    '%s carries white text that can be read',
    (hex) => {
      expect(contrastWithWhite(toReadable(hex))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('keeps its hue when it is darkened', () => {
    expect(toReadable('#ffd500').h).toBe(toHsl([1, 213 / 255, 0]).h)
  })

  it('that nobody can parse gives the blue of Italian administrations', () => {
    expect(toReadable('rosso')).toEqual({ h: 210, s: 100, l: 40 })
  })

  it('is the only thing that its stylesheet sets', () => {
    expect(themeCss('#7a1f3d')).toMatch(/^:root\{--ente-h:\d+;--ente-s:\d+%;--ente-l:\d+%\}\n$/)
  })
})
