// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { brandColours, dropUnusedKeyframes, focusByKeyboard, parseCss, printCss, purge } from './css-rewrite'

const keep = (css: string, ...used: string[]): string => printCss(purge(parseCss(css), new Set(used)))

describe('the reduced stylesheet', () => {
  it.each([
    ['keeps elements and variables', ':root{--v:1}p{a:b}', [], ':root{--v:1}\np{a:b}'],
    ['keeps a used class, drops the rest of its list', '.a,.b{c:d}', ['a'], '.a{c:d}'],
    ['drops a rule whose one class is unused', '.a .b{c:d}', ['a'], ''],
    ['looks inside media', '@media print{.a{x:y}.b{x:y}}', ['a'], '@media print{.a{x:y}}'],
    ['drops a media that became empty', '@media print{.b{x:y}}', ['a'], ''],
    ['does not look inside :not', '.a:not(.z){x:y}', ['a'], '.a:not(.z){x:y}'],
    ['is not confused by braces in strings', '.a{b:url("data:{}")}', ['a'], '.a{b:url("data:{}")}'],
    ['skips comments', '/* .x{} */.a{b:c}', ['a'], '.a{b:c}'],
    ['takes no font from the kit', '@font-face{a:b}.a{b:c}', ['a'], '.a{b:c}'],
  ])('%s', (_name, css, used, wanted) => {
    expect(keep(css, ...used)).toBe(wanted)
  })
  it('drops animations nobody plays', () => {
    expect(printCss(dropUnusedKeyframes(parseCss('@keyframes x{0%{a:b}}@keyframes y{0%{a:b}}.a{animation:y 1s}')))).not.toContain(
      'keyframes x',
    )
  })
})

it.each([
  ['a:focus:not([data-focus-mouse=true]){b:c}', 'a:focus:focus-visible{b:c}'],
  ['a:focus:not([data-focus-mouse=true],.btn){b:c}', 'a:focus:focus-visible:not(.btn){b:c}'],
  ['a:focus:not(.btn){b:c}', 'a:focus:not(.btn){b:c}'],
])('the ring of %s is for who works by keyboard', (css, wanted) => {
  expect(focusByKeyboard(css)).toBe(wanted)
})

describe('the blue of the kit', () => {
  it.each([
    ['#06c', 'hsl(var(--ente-h,210),var(--ente-s,100%),var(--ente-l,40%))'],
    ['#06cfff', '#06cfff'],
    ['rgba(0,102,204,.25)', 'hsla(var(--ente-h,210),var(--ente-s,100%),var(--ente-l,40%),.25)'],
    ['hsl(210,100%,45%)', 'hsl(var(--ente-h,210),var(--ente-s,100%),calc(var(--ente-l,40%)*1))'],
    ['hsl(210,17%,44%)', 'hsl(var(--ente-h,210),calc(var(--ente-s,100%)*0.17),44%)'],
    ['hsl(0,0%,44%)', 'hsl(0,0%,44%)'],
  ])('%s becomes the Ente’s', (css, wanted) => {
    expect(brandColours(css)).toBe(wanted)
  })
})
