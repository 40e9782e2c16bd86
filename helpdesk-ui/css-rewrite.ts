// SPDX-License-Identifier: AGPL-3.0-or-later

/** A rule, or an at-rule with rules inside; `body` is text for the former and for at-rules that hold declarations. */
interface Block {
  head: string
  body: string | Block[]
}

const withInnerRules = /^@(media|supports|container|layer)\b/

/** Splits CSS into its blocks. Knows strings and comments, which is all that the compiled sheet needs. */
export const parseCss = (css: string): Block[] => {
  const blocks: Block[] = []
  let head = ''
  for (let i = 0; i < css.length; i++) {
    const char = css[i] ?? ''
    if (char === '/' && css[i + 1] === '*') i = css.indexOf('*/', i) + 1
    else if (char === '"' || char === "'") {
      const end = endOfString(css, i)
      head += css.slice(i, end + 1)
      i = end
    } else if (char === '{') {
      const end = endOfBlock(css, i)
      const body = css.slice(i + 1, end)
      const name = head.trim()
      blocks.push({ head: name, body: withInnerRules.test(name) ? parseCss(body) : body })
      head = ''
      i = end
    } else if (char === ';') {
      if (head.trim() !== '' && !head.trim().startsWith('@charset')) blocks.push({ head: head.trim(), body: '' })
      head = ''
    } else head += char
  }
  return blocks
}

const endOfString = (css: string, start: number): number => {
  const quote = css[start]
  for (let i = start + 1; i < css.length; i++) {
    if (css[i] === '\\') i++
    else if (css[i] === quote) return i
  }
  return css.length
}

const endOfBlock = (css: string, start: number): number => {
  let depth = 0
  for (let i = start; i < css.length; i++) {
    const char = css[i]
    if (char === '/' && css[i + 1] === '*') i = css.indexOf('*/', i) + 1
    else if (char === '"' || char === "'") i = endOfString(css, i)
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return i
  }
  return css.length
}

/** Commas inside `:is(…)` or an attribute do not part selectors. */
const splitSelectors = (head: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of head) {
    if (char === '(' || char === '[') depth++
    if (char === ')' || char === ']') depth--
    if (char === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += char
  }
  return [...parts, part.trim()]
}

const classesOf = (selector: string): string[] =>
  [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.((?:[\w-]|\\.)+)/g)].map((found) => (found[1] ?? '').replaceAll('\\', ''))

/** Keeps the rules whose every class is used. */
export const purge = (blocks: readonly Block[], used: ReadonlySet<string>): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (typeof block.body !== 'string') {
      const body = purge(block.body, used)
      return body.length === 0 ? [] : [{ head: block.head, body }]
    }
    // Its only font is the icons of a video player; ours are declared apart.
    if (block.head === '@font-face') return []
    if (block.head.startsWith('@')) return [block]
    const head = splitSelectors(block.head).filter((selector) => classesOf(selector).every((name) => used.has(name)))
    return head.length === 0 ? [] : [{ head: head.join(','), body: block.body }]
  })

/** Animations that nobody plays any more. */
export const dropUnusedKeyframes = (blocks: readonly Block[]): Block[] => {
  const text = printCss(blocks.filter((block) => !block.head.startsWith('@keyframes')))
  return blocks.filter((block) => !block.head.startsWith('@keyframes') || text.includes(block.head.replace('@keyframes', '').trim()))
}

export const printCss = (blocks: readonly Block[]): string =>
  blocks.map(({ head, body }) => (body === '' ? `${head};` : `${head}{${typeof body === 'string' ? body : printCss(body)}}`)).join('\n')

/** The kit's own script would mark what was focused by mouse; browsers know that by themselves, without it. */
export const focusByKeyboard = (css: string): string =>
  css.replace(
    /:focus:not\(\[data-focus-mouse=true\](?:,([^()]*))?\)/g,
    (_all, others: string | undefined) => `:focus:focus-visible${others === undefined ? '' : `:not(${others})`}`,
  )

const round = (value: number): string => String(Math.round(value * 100) / 100)

/**
 * The compiled sheet has Italian blue written out some 700 times. Each shade becomes a function of the Ente's colour:
 * vivid shades follow hue, saturation and distance in lightness; greyish ones follow the hue alone, softly.
 */
export const brandColours = (css: string): string =>
  css
    .replace(/#06c(?![0-9a-f])|#0066cc/gi, 'hsl(210,100%,40%)')
    .replace(/rgba?\(0, ?102, ?204, ?([^()]*(?:\([^()]*\))?[^()]*)\)/gi, 'hsla(var(--ente-h,210),var(--ente-s,100%),var(--ente-l,40%),$1)')
    .replace(/hsl\(2(?:09|10|11)(?:\.\d+)?, ?([\d.]+)%, ?([\d.]+)%\)/g, (_all, s: string, l: string) => {
      const saturation = Number(s)
      const lightness = Number(l)
      if (saturation < 90) return `hsl(var(--ente-h,210),calc(var(--ente-s,100%)*${round(saturation / 100)}),${round(lightness)}%)`
      if (lightness > 60) return `hsl(var(--ente-h,210),var(--ente-s,100%),${round(lightness)}%)`
      if (lightness === 40) return 'hsl(var(--ente-h,210),var(--ente-s,100%),var(--ente-l,40%))'
      // Never lighter than the colour that was checked for contrast.
      return `hsl(var(--ente-h,210),var(--ente-s,100%),calc(var(--ente-l,40%)*${round(Math.min(lightness, 40) / 40)}))`
    })
