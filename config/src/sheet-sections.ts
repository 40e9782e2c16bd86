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

const section = <K extends string>(key: K, heading: Record<Locale, string>, element: string | null, fixed = true) =>
  ({ key, heading, element, fixed }) as const satisfies SheetSection & { key: K }

/** Sections of a service sheet, in the order of the Modello Comuni. */
export const sheetSections = [
  section(
    'audience',
    { it: 'A chi è rivolto', en: 'Who it is for', de: 'An wen es sich richtet', sl: 'Komu je namenjeno', fr: 'À qui s’adresse le service' },
    'service-addressed',
  ),
  section(
    'howTo',
    { it: 'Come fare', en: 'How to do it', de: 'Wie es geht', sl: 'Kako do storitve', fr: 'Comment faire' },
    'service-how-to',
  ),
  section(
    'needed',
    { it: 'Cosa serve', en: 'What you need', de: 'Was Sie brauchen', sl: 'Kaj potrebujete', fr: 'Ce qu’il vous faut' },
    'service-needed',
  ),
  section(
    'outcome',
    { it: 'Cosa si ottiene', en: 'What you get', de: 'Was Sie erhalten', sl: 'Kaj dobite', fr: 'Ce que vous obtenez' },
    'service-achieved',
  ),
  section(
    'times',
    { it: 'Tempi e scadenze', en: 'Times and deadlines', de: 'Zeiten und Fristen', sl: 'Roki', fr: 'Délais et échéances' },
    'service-calendar-text',
  ),
  section('costs', { it: 'Costi', en: 'Costs', de: 'Kosten', sl: 'Stroški', fr: 'Coûts' }, 'service-cost', false),
  section(
    'access',
    { it: 'Accedi al servizio', en: 'Use the service', de: 'Zum Dienst', sl: 'Dostop do storitve', fr: 'Accéder au service' },
    'service-generic-access',
  ),
  section('constraints', { it: 'Vincoli', en: 'Restrictions', de: 'Einschränkungen', sl: 'Omejitve', fr: 'Restrictions' }, null, false),
  section(
    'specialCases',
    { it: 'Casi particolari', en: 'Special cases', de: 'Sonderfälle', sl: 'Posebni primeri', fr: 'Cas particuliers' },
    null,
    false,
  ),
  section(
    'furtherInfo',
    {
      it: 'Ulteriori informazioni',
      en: 'Further information',
      de: 'Weitere Informationen',
      sl: 'Več informacij',
      fr: 'Informations complémentaires',
    },
    null,
    false,
  ),
  section(
    'conditions',
    {
      it: 'Condizioni di servizio',
      en: 'Terms of service',
      de: 'Nutzungsbedingungen',
      sl: 'Pogoji storitve',
      fr: 'Conditions du service',
    },
    'service-file',
  ),
  section('contacts', { it: 'Contatti', en: 'Contacts', de: 'Kontakte', sl: 'Stiki', fr: 'Contacts' }, 'service-area'),
] as const

export type SheetSectionKey = (typeof sheetSections)[number]['key']

export const sheetSectionKeys: readonly SheetSectionKey[] = sheetSections.map((s) => s.key)
