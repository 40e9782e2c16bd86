// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

/** How the kind of Ente joins «di» in Italian: del Comune, della Città, dell’Unione. */
const joined: readonly [RegExp, string][] = [
  [/^(Comune|Libero|Municipio|Consorzio)(?=\s)/i, 'del '],
  [/^(Città|Provincia|Comunità|Regione)(?=\s)/i, 'della '],
  [/^(Unione|Ente|Azienda|Ambito)(?=\s)/i, 'dell’'],
]

/** «del Comune di Valdombra», “of Comune di Valdombra”, „von Comune di Valdombra“. */
export const ofEnte = (name: string, locale: Locale): string => {
  if (locale === 'en') return `of ${name}`
  if (locale === 'de') return `von ${name}`
  return `${joined.find(([kind]) => kind.test(name))?.[1] ?? 'di '}${name}`
}
