// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

/** Said out of politeness or to begin a sentence; they tell nothing about what is asked. Left out of questions, not of texts. */
const courtesies: Record<Locale, ReadonlySet<string>> = {
  it: new Set(
    [
      'ciao salve buongiorno buonasera gentile gentili gentilmente egregi spettabile cortesemente cordiali saluti distinti',
      'grazie ringrazio prego favore piacere scusi scusate scusa perdoni aiuto aiutarmi aiutatemi',
      'vorrei vorremmo sapere sapreste saprei dirmi dire potreste potete chiedere chiedo chiedevo informazione informazioni info',
      'avrei bisogno capire riesco riuscire cerco cercavo cercando serve servono bisogna occorre occorrono',
      'signore signora signor quesito cortesia mandarmi spiegarmi indicarmi',
    ].flatMap((line) => line.split(' ')),
  ),
  en: new Set('hello hi hey dear please thanks thank sorry kindly regards know tell help like looking information info'.split(' ')),
  de: new Set(
    'hallo guten tag bitte danke sehr geehrte damen herren wissen gerne brauche benotige hilfe information informationen'.split(' '),
  ),
  sl: new Set(
    'zdravo pozdravljeni dober dan prosim hvala oprostite spostovani rad rada zanima potrebujem potrebujemo iscem vedeti povedati pomoc pomagajte informacija informacije'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'bonjour bonsoir salut merci cher chere madame monsieur svp plait veuillez cordialement voudrais aimerais savoir dire aide aider besoin cherche recherche information informations renseignement renseignements'.split(
      ' ',
    ),
  ),
}

export const isCourtesy = (token: string, locale: Locale): boolean => courtesies[locale].has(token)
