// SPDX-License-Identifier: AGPL-3.0-or-later
/** Makes what the site takes from bootstrap-italia: its sheet, without what no page uses and in the Ente's colour, and the icons shown. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { brandColours, dropUnusedKeyframes, focusByKeyboard, parseCss, printCss, purge } from './css-rewrite.js'

const here = import.meta.dirname
const kit = dirname(dirname(createRequire(import.meta.url).resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css')))
const out = join(here, 'dist', 'kit')
mkdirSync(out, { recursive: true })

const sourceFiles = readdirSync(join(here, 'app'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const source = sourceFiles.map((name) => readFileSync(join(here, 'app', name), 'utf8')).join('\n')
const used = new Set(source.match(/[A-Za-z][\w-]*/g))

const sheet = readFileSync(join(kit, 'css', 'bootstrap-italia.min.css'), 'utf8').replace(/^\uFEFF/, '')
const css = focusByKeyboard(brandColours(printCss(dropUnusedKeyframes(purge(parseCss(sheet), used)))))
writeFileSync(
  join(out, 'bootstrap-italia.css'),
  `/* bootstrap-italia, BSD-3-Clause, Authors: italia/bootstrap-italia; Bootstrap, MIT. Reduced and recoloured. */\n${css}`,
)

const sprite = readFileSync(join(kit, 'svg', 'sprites.svg'), 'utf8')
const icons = [...sprite.matchAll(/<(symbol|svg)\b[^>]*\bid="(it-[\w-]+)"[\s\S]*?<\/\1>/g)].filter((found) => used.has(found[2] ?? ''))
writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${icons.map((found) => found[0]).join('')}</svg>\n`)

process.stdout.write(`styles: ${String(Math.round(gzipSync(css).length / 1024))} KB gzip, ${String(icons.length)} icons\n`)
