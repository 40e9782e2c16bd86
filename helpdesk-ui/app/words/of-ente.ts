// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

/** How the kind of Ente joins «di» in Italian and «de» in French: del Comune, della Città, dell’Unione. */
const joined: readonly { kind: RegExp; it: string; fr: string }[] = [
  { kind: /^(Comune|Libero|Municipio|Consorzio)(?=\s)/i, it: 'del ', fr: 'du ' },
  { kind: /^(Città|Provincia|Comunità|Regione)(?=\s)/i, it: 'della ', fr: 'de la ' },
  { kind: /^(Unione|Ente|Azienda|Ambito)(?=\s)/i, it: 'dell’', fr: 'de l’' },
]

const join = (name: string, locale: 'it' | 'fr', otherwise: string): string =>
  `${joined.find(({ kind }) => kind.test(name))?.[locale] ?? otherwise}${name}`

const ways: Record<Locale, (name: string) => string> = {
  it: (name) => join(name, 'it', 'di '),
  en: (name) => `of ${name}`,
  de: (name) => `von ${name}`,
  // The Italian name cannot be put in the genitive: «uprava», administration, takes the ending for it.
  sl: (name) => `uprave ${name}`,
  fr: (name) => join(name, 'fr', 'de '),
}

/** «del Comune di Valdombra», “of Comune di Valdombra”, „von Comune di Valdombra“. */
export const ofEnte = (name: string, locale: Locale): string => ways[locale](name)
