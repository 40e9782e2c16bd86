// SPDX-License-Identifier: AGPL-3.0-or-later
import { suggestWhileTyping } from './suggest'

/** Small comforts for pages that are whole without it. */

/** The key in a personal link stays out of addresses and logs: it is taken from the fragment and sent as a form. */
const openByLink = (form: HTMLFormElement): void => {
  const secret = location.hash.slice(1)
  if (!/^[\w-]{16,100}$/.test(secret)) return
  history.replaceState(null, '', location.pathname + location.search)
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'secret'
  field.value = secret
  form.append(field)
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.className = 'lead'
  status.textContent = form.dataset.openByLink ?? ''
  form.before(status)
  form.hidden = true
  form.submit()
}

/** A second click while the first is on its way would only make people wait longer. */
const sendOnce = (form: HTMLFormElement): void => {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) {
      event.preventDefault()
      return
    }
    form.dataset.sent = ''
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button?.dataset.busy !== undefined) button.textContent = button.dataset.busy
  })
}

/** How much may still be written, shown when it begins to matter and said aloud sparingly. */
const showRemaining = (area: HTMLTextAreaElement): void => {
  const limit = area.maxLength
  const shownFrom = 500
  const counter = document.createElement('p')
  counter.className = 'lc-hint lc-remaining'
  counter.setAttribute('aria-live', 'polite')
  area.after(counter)
  const update = (): void => {
    const left = limit - area.value.length
    counter.textContent = left > shownFrom ? '' : `${String(left)} ${area.dataset.remaining ?? ''}`
  }
  area.addEventListener('input', update)
  update()
}

const openLinkedDetails = (): void => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  if (!(target instanceof HTMLDetailsElement)) return
  target.open = true
  target.scrollIntoView()
}

const form = document.querySelector<HTMLFormElement>('form[data-open-by-link]')
if (form !== null) openByLink(form)
for (const once of document.querySelectorAll<HTMLFormElement>('form[data-once]')) sendOnce(once)
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-remaining]')) showRemaining(area)
for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-suggestions]')) suggestWhileTyping(template)
document.querySelector<HTMLElement>('#errori')?.focus()
addEventListener('hashchange', openLinkedDetails)
// Coming back with the back button: the form may be sent again.
addEventListener('pageshow', () => {
  for (const sent of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete sent.dataset.sent
})
openLinkedDetails()
