// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { cleanPlainText, cleanRichText } from './clean-text'

const rich = (html: string): string => cleanRichText(html).text

describe('HTML becomes Markdown', () => {
  it.each([
    ['<p>Uno</p><p>Due</p>', 'Uno\n\nDue'],
    ['<div>Uno</div><div>Due</div>', 'Uno\n\nDue'],
    ['\n<ul>\n\n<li>Cittadini</li>\n\n<li>Imprese</li>\n\n</ul>\n', '- Cittadini\n- Imprese'],
    ['<ol><li>Prenota</li><li>Vieni</li></ol>', '1. Prenota\n2. Vieni'],
    ['<ul><li>Uno<ul><li>dentro</li></ul></li></ul>', '- Uno\n  - dentro'],
    ['<p>Costa <b>16&nbsp;euro</b> e <i>basta</i></p>', 'Costa **16 euro** e *basta*'],
    ['<h4>Orari</h4><p>Ogni giorno</p>', '**Orari**\n\nOgni giorno'],
    [
      '<p>Vai allo <a href="https://sportello.example/a" target="_blank">sportello <i class="fa fa-external-link"></i> </a></p>',
      'Vai allo [sportello](https://sportello.example/a)',
    ],
    ['<p>Scrivi a <a href="mailto:urp@comune.example">urp</a></p>', 'Scrivi a [urp](mailto:urp@comune.example)'],
    ['<p class=" text-justify">Uno<br />Due</p>', 'Uno  \nDue'],
    [
      '<table><tr><th>Sala</th><th>Euro</th></tr><tr><td>Grande</td><td>20</td></tr></table>',
      '| Sala | Euro |\n| --- | --- |\n| Grande | 20  |',
    ],
  ])('%s', (html, markdown) => {
    expect(rich(html)).toBe(markdown)
  })
})

describe('what is no text never survives', () => {
  it.each([
    '<p>ciao</p><script>alert(1)</script>',
    '<p>ciao</p><style>p{color:red}</style>',
    '<p>ciao</p><iframe src="https://altro.example"></iframe>',
    '<p onclick="alert(1)">ciao</p>',
    '<p>ciao<img src=x onerror=alert(1)></p>',
    'ciao <img src=x onerror=alert(1)//',
    '<p>ciao <svg onload=alert(1)></p>',
    '<p>ciao &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    '<a href="javascript:alert(1)">ciao</a>',
    '<a href=" java\nscript:alert(1)">ciao</a>',
    '<a href="data:text/html,alert(1)">ciao</a>',
    '[ciao](javascript:alert(1))',
    '[ciao](javascript&colon;alert(1))',
    '[ciao](JaVaScRiPt&#58;alert(1))',
    '![ciao](data:text/html;base64,AAAA)',
    'ciao [x]\n\n[x]: javascript:alert(1)',
    'ciao <javascript:alert(1)>',
  ])('%s', (html) => {
    const text = rich(html)
    expect(text).toContain('ciao')
    expect(text).not.toMatch(/<(?:script|style|iframe|img|svg|p|a)\b|\]\([^)]*(?:javascript|data):|^\[x\]:|onerror=.*>|<javascript/im)
  })

  it('a link into the old site is dropped, and named', () => {
    expect(cleanRichText('<p>Leggi <a href="/Servizi/Nido">come fare</a></p>')).toEqual({
      text: 'Leggi come fare',
      droppedLinks: ['/Servizi/Nido'],
    })
  })
})

describe('text without tags stays as it is', () => {
  it.each([
    '- uno\n- due con **grassetto**',
    'Se l’ISEE è < 10.000 e > 0',
    'Scrivi a <urp@comune.example> o vai su <https://comune.example>',
    '[sito](https://comune.example/a_b)',
    'Vedi [qui](/servizi)',
  ])('%s', (text) => {
    expect(rich(text)).toBe(text)
  })
})

describe('a line of plain text', () => {
  it.each([
    ['<p>Come <b>iscriversi</b></p>', 'Come iscriversi'],
    ['Rock &amp; Roll', 'Rock & Roll'],
    ['Citt&agrave;<br>di Trento', 'Città di Trento'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Titolo', 'Titolo'],
    ['due\n righe', 'due righe'],
  ])('%s', (html, text) => {
    expect(cleanPlainText(html).text).toBe(text)
  })
})
