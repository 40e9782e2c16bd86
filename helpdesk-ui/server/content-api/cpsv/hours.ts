// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { OpeningHours } from '@linea-comune/search'
import { inLanguage, say, type Graph, type Value } from './graph.js'

type Day = OpeningHours['day']

const days: Record<Locale, Record<Day, string>> = {
  it: { mon: 'lunedì', tue: 'martedì', wed: 'mercoledì', thu: 'giovedì', fri: 'venerdì', sat: 'sabato', sun: 'domenica' },
  en: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
  de: { mon: 'Montag', tue: 'Dienstag', wed: 'Mittwoch', thu: 'Donnerstag', fri: 'Freitag', sat: 'Samstag', sun: 'Sonntag' },
  sl: { mon: 'ponedeljek', tue: 'torek', wed: 'sreda', thu: 'četrtek', fri: 'petek', sat: 'sobota', sun: 'nedelja' },
  fr: { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' },
}

/** As schema.org writes days. */
const shortDay: Record<Day, string> = { mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su' }

const describeHours = (hours: readonly OpeningHours[], locale: Locale): string =>
  hours.map(({ day, opens, closes }) => `${days[locale][day]} ${opens}–${closes}`).join('; ')

/** Opening hours as words in each language, with the form that programs read beside them; null when nothing is known. */
export const sayHours = (
  graph: Graph,
  iri: string,
  { hours, note }: { hours: readonly OpeningHours[]; note: string },
  locales: readonly Locale[],
): Value[] => {
  if (hours.length === 0 && note.trim() === '') return []
  return [
    say(graph, iri, ['time:TemporalEntity'], {
      'dct:description': [
        ...locales.map((locale) => inLanguage(describeHours(hours, locale), locale)),
        // Notes are written in Italian alone.
        inLanguage(note, 'it'),
      ],
      'schema:openingHours': hours.map(({ day, opens, closes }) => ({ literal: `${shortDay[day]} ${opens}-${closes}` })),
    }),
  ]
}
