// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { Address, ContactPointSource, OfficeSource, OpeningHours, PlaceSource, SheetSource } from '../model.js'

const days: Record<Locale, Record<OpeningHours['day'], string>> = {
  it: { mon: 'lunedì', tue: 'martedì', wed: 'mercoledì', thu: 'giovedì', fri: 'venerdì', sat: 'sabato', sun: 'domenica' },
  en: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
  de: { mon: 'Montag', tue: 'Dienstag', wed: 'Mittwoch', thu: 'Donnerstag', fri: 'Freitag', sat: 'Samstag', sun: 'Sonntag' },
  sl: { mon: 'ponedeljek', tue: 'torek', wed: 'sreda', thu: 'četrtek', fri: 'petek', sat: 'sobota', sun: 'nedelja' },
  fr: { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' },
}

const words: Record<Locale, { hours: string; phone: string }> = {
  it: { hours: 'Orari', phone: 'telefono' },
  en: { hours: 'Opening hours', phone: 'phone' },
  de: { hours: 'Öffnungszeiten', phone: 'Telefon' },
  sl: { hours: 'Uradne ure', phone: 'telefon' },
  fr: { hours: 'Horaires', phone: 'téléphone' },
}

const present = (parts: readonly (string | null)[]): string[] => parts.filter((part) => part !== null && part !== '') as string[]

const hoursLine = (hours: readonly OpeningHours[], note: string, locale: Locale): string => {
  const byDay = hours.map(({ day, opens, closes }) => `${days[locale][day]} ${opens}-${closes}`).join(', ')
  return byDay === '' && note === '' ? '' : `${words[locale].hours}: ${present([byDay, note]).join('. ')}`
}

const addressLine = (address: Address | null): string | null =>
  address === null ? null : present([address.street, present([address.postalCode, address.city]).join(' ')]).join(', ')

const placeLines = (place: PlaceSource, locale: Locale): string[] =>
  present([present([place.name, addressLine(place.address)]).join(', '), hoursLine(place.hours, place.hoursNote, locale)])

const contactLines = (point: ContactPointSource, locale: Locale): string[] => [
  ...point.entries.map(({ type, value, label }) => {
    const name = label !== '' ? label : type === 'phone' ? words[locale].phone : type
    return `${name}: ${value}`
  }),
  ...present([hoursLine([], point.hoursNote, locale)]),
]

const officeLines = (office: OfficeSource, locale: Locale): string[] => [
  office.name,
  ...present([hoursLine(office.hours, office.hoursNote, locale)]),
  ...office.places.flatMap((place) => placeLines(place, locale)),
  ...office.contactPoints.flatMap((point) => contactLines(point, locale)),
]

/** Who to turn to, where and when, in words: the page shows it as cards, an answer reads it out. */
export const contactText = ({
  offices,
  places,
  contactPoints,
  locale,
}: Pick<SheetSource, 'offices' | 'places' | 'contactPoints' | 'locale'>): string => {
  const lines = [
    ...offices.flatMap((office) => officeLines(office, locale)),
    ...places.flatMap((place) => placeLines(place, locale)),
    ...contactPoints.flatMap((point) => contactLines(point, locale)),
  ]
  return [...new Set(lines)].join('\n')
}
