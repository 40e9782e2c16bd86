// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from './locales.js'

export interface SheetSection {
  key: string
  /** Heading on the page. The Italian ones are audited word for word (criterion C.SI.1.3 of the Modello Comuni). */
  heading: Record<Locale, string>
  /** Value of `data-element` that the conformity audit looks for; null where it asks for none. */
  element: string | null
  /** Shown also when empty, because the model fixes the section. */
  fixed: boolean
}

const section = <K extends string>(key: K, it: string, en: string, de: string, element: string | null, fixed = true) =>
  ({ key, heading: { it, en, de }, element, fixed }) as const satisfies SheetSection & { key: K }

/** Sections of a service sheet, in the order of the Modello Comuni. */
export const sheetSections = [
  section('audience', 'A chi è rivolto', 'Who it is for', 'An wen es sich richtet', 'service-addressed'),
  section('howTo', 'Come fare', 'How to do it', 'Wie es geht', 'service-how-to'),
  section('needed', 'Cosa serve', 'What you need', 'Was Sie brauchen', 'service-needed'),
  section('outcome', 'Cosa si ottiene', 'What you get', 'Was Sie erhalten', 'service-achieved'),
  section('times', 'Tempi e scadenze', 'Times and deadlines', 'Zeiten und Fristen', 'service-calendar-text'),
  section('costs', 'Costi', 'Costs', 'Kosten', 'service-cost', false),
  section('access', 'Accedi al servizio', 'Use the service', 'Zum Dienst', 'service-generic-access'),
  section('constraints', 'Vincoli', 'Restrictions', 'Einschränkungen', null, false),
  section('specialCases', 'Casi particolari', 'Special cases', 'Sonderfälle', null, false),
  section('furtherInfo', 'Ulteriori informazioni', 'Further information', 'Weitere Informationen', null, false),
  section('conditions', 'Condizioni di servizio', 'Terms of service', 'Nutzungsbedingungen', 'service-file'),
  section('contacts', 'Contatti', 'Contacts', 'Kontakte', 'service-area'),
] as const

export type SheetSectionKey = (typeof sheetSections)[number]['key']

export const sheetSectionKeys: readonly SheetSectionKey[] = sheetSections.map((s) => s.key)
