// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QuestionSuggestion } from '@linea-comune/config'
import { createSuggestionList } from './suggestion-list'
import { createSuggestionSource } from './suggestion-source'

/** Letters that come faster than this, of a held key or a paste, are asked about once. */
const pauseMs = 30
/** So long after the last letter somebody may be listening. */
const calmMs = 500

/**
 * Suggestions for the question of a form, as an editable combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/):
 * the focus stays in the text, and Enter without an active option asks what was typed.
 */
export const suggestWhileTyping = (template: HTMLTemplateElement): void => {
  const form = template.closest('form')
  const input = form?.querySelector<HTMLInputElement>('input[name=q]') ?? null
  const listbox = template.content.querySelector<HTMLElement>('[role=listbox]')
  const status = template.content.querySelector<HTMLElement>('[role=status]')
  if (form === null || input === null || listbox === null || status === null) return
  const { suggestions: address = '', minLetters, maxLength } = template.dataset
  const source = createSuggestionSource(address)
  const list = createSuggestionList(listbox)
  let pause: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined

  const pointAt = (option: HTMLElement | null): void => {
    if (option === null) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', option.id)
  }
  const backToText = (): void => {
    list.leave()
    pointAt(null)
  }
  const close = (): void => {
    clearTimeout(pause)
    clearTimeout(calm)
    source.forget()
    list.hide()
    pointAt(null)
    input.setAttribute('aria-expanded', 'false')
    status.textContent = ''
  }
  /** On a phone the list would begin below the keyboard: the question goes up to where both are seen. */
  const makeRoom = (): void => {
    const seen = visualViewport?.height ?? innerHeight
    if (matchMedia('(max-width: 575px)').matches && listbox.getBoundingClientRect().bottom > seen) form.scrollIntoView()
  }
  const announce = (count: number): void => {
    const { some = '', none = '' } = status.dataset
    status.textContent = count === 0 ? none : some.replace('{count}', String(count))
  }
  const show = (items: readonly QuestionSuggestion[]): void => {
    list.show(items)
    pointAt(null)
    input.setAttribute('aria-expanded', String(list.isOpen()))
    if (list.isOpen()) makeRoom()
    clearTimeout(calm)
    calm = setTimeout(() => announce(items.length), calmMs)
  }
  const isTelling = (): boolean =>
    (input.value.match(/[\p{L}\p{N}]/gu) ?? []).length >= Number(minLetters) && input.value.length <= Number(maxLength)

  const suggest = async (): Promise<void> => {
    clearTimeout(pause)
    const asked = input.value
    const items = isTelling() ? await source.ask(asked) : null
    // What was typed meanwhile has its own answer.
    if (asked !== input.value || document.activeElement !== input) return
    if (items === null) close()
    else show(items)
  }
  const choose = (option: HTMLElement | null): boolean => {
    const url = option?.dataset.url
    if (url === undefined) return false
    close()
    location.assign(url)
    return true
  }

  const onArrow = async (by: 1 | -1): Promise<void> => {
    if (!list.isOpen()) await suggest()
    if (list.isOpen()) pointAt(list.step(by))
  }
  /** Answers whether the key was for the list; else it does in the text what it always does. */
  const onKey: Record<string, () => boolean> = {
    ArrowDown: () => (void onArrow(1), true),
    ArrowUp: () => (void onArrow(-1), true),
    Enter: () => choose(list.active()),
    Escape: () => {
      const wasOpen = list.isOpen()
      close()
      return wasOpen
    },
    ArrowLeft: () => (backToText(), false),
    ArrowRight: () => (backToText(), false),
    Home: () => (backToText(), false),
    End: () => (backToText(), false),
  }

  input.addEventListener('input', () => {
    backToText()
    clearTimeout(pause)
    clearTimeout(calm)
    source.forget()
    pause = setTimeout(() => void suggest(), pauseMs)
  })
  input.addEventListener('keydown', (event) => {
    // While letters are being composed, as in Chinese, the keys belong to whoever composes them.
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    if (onKey[event.key]?.() === true) event.preventDefault()
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  addEventListener('pageshow', close)
  // The focus stays in the text while the list is clicked, scrolled or touched.
  listbox.addEventListener('mousedown', (event) => event.preventDefault())
  listbox.addEventListener('click', ({ target }) => void choose(list.optionAt(target)))

  input.after(listbox)
  form.append(status)
  // A search field may not be a combobox (https://www.w3.org/TR/html-aria/#el-input-search).
  input.type = 'text'
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', listbox.id)
}
