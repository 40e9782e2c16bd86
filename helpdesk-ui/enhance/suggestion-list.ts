// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QuestionSuggestion } from '@linea-comune/config'
import { textPieces } from './text-pieces'

/** The list of options under a question: what it shows, and which option is the active one. */
export interface SuggestionList {
  element: HTMLElement
  show(items: readonly QuestionSuggestion[]): void
  hide(): void
  isOpen(): boolean
  /** To the next option (1) or the one before (-1), round and round; from the text to the first or the last one. */
  step(by: 1 | -1): HTMLElement | null
  /** Back to the text: no option is active. */
  leave(): void
  active(): HTMLElement | null
  optionAt(target: EventTarget | null): HTMLElement | null
}

/** What somebody typed stands out in it. */
const emphasise = (text: string, matched: QuestionSuggestion['matched']): HTMLElement[] =>
  textPieces(text, matched).map((piece) => {
    const element = document.createElement(piece.matched ? 'mark' : 'span')
    element.textContent = piece.text
    return element
  })

const fill = (pattern: Element, item: QuestionSuggestion, position: number): HTMLElement => {
  // A copy of an element of the page's markup is one too.
  const option = pattern.cloneNode(true) as HTMLElement
  option.id = `suggerimento-${String(position)}`
  option.dataset.url = item.url
  const title = option.querySelector('.lc-suggestion-title')
  title?.append(...emphasise(item.title, item.matched))
  const phrasing = option.querySelector('.lc-suggestion-phrasing')
  if (item.phrasing === null) phrasing?.remove()
  else phrasing?.querySelector('[data-phrasing]')?.append(...emphasise(item.phrasing.text, item.phrasing.matched))
  const words = option.querySelector<HTMLElement>('[data-words]')
  if (words !== null) words.textContent = (words.dataset.words ?? '').replace('{count}', String(item.sheets ?? ''))
  // A screen reader changes its voice where the title is not in the language of the page.
  if (item.locale === document.documentElement.lang) option.querySelector('[data-in-italian]')?.remove()
  else for (const text of option.querySelectorAll('.lc-suggestion-title, [data-phrasing]')) text.setAttribute('lang', item.locale)
  return option
}

/** Takes the options out of the list as it stands in the page's template, and fills copies of them. */
export const createSuggestionList = (element: HTMLElement): SuggestionList => {
  const patterns = new Map([...element.querySelectorAll<HTMLElement>('[data-kind]')].map((pattern) => [pattern.dataset.kind, pattern]))
  let options: HTMLElement[] = []
  let at = -1

  const activate = (wanted: number): HTMLElement | null => {
    at = wanted
    for (const [position, option] of options.entries()) option.setAttribute('aria-selected', String(position === at))
    options[at]?.scrollIntoView({ block: 'nearest' })
    return options[at] ?? null
  }
  const hide = (): void => {
    element.hidden = true
    options = []
    at = -1
  }
  element.replaceChildren()
  return {
    element,
    show: (items) => {
      at = -1
      options = items.flatMap((item, position) => {
        const pattern = patterns.get(item.kind)
        return pattern === undefined ? [] : [fill(pattern, item, position)]
      })
      element.replaceChildren(...options)
      element.scrollTop = 0
      element.hidden = options.length === 0
    },
    hide,
    isOpen: () => !element.hidden,
    step: (by) => activate(at === -1 && by === -1 ? options.length - 1 : (at + by + options.length) % options.length),
    leave: () => void activate(-1),
    active: () => options[at] ?? null,
    optionAt: (target) => options.find((option) => target instanceof Node && option.contains(target)) ?? null,
  }
}
