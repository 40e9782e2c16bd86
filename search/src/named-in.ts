// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { Named, Summarised } from './model.js'

const translationIn = ({ translations }: Named, locale: Locale) => translations.find((found) => found.locale === locale)

/** The same thing under its name in a language, when it has one there. */
export const namedIn = <T extends Named>(thing: T, locale: Locale): T => {
  const translation = translationIn(thing, locale)
  return translation === undefined ? thing : { ...thing, name: translation.name, nameLocale: locale }
}

export const summarisedIn = <T extends Summarised>(thing: T, locale: Locale): T => {
  const summary = translationIn(thing, locale)?.summary ?? ''
  return { ...namedIn(thing, locale), ...(summary !== '' && { summary, summaryLocale: locale }) }
}

/** An office and the places where it is. */
export const officeIn = <T extends Summarised & { places: Summarised[] }>(office: T, locale: Locale): T => ({
  ...summarisedIn(office, locale),
  places: office.places.map((place) => summarisedIn(place, locale)),
})
