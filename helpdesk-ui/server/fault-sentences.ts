// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, isLocale, type ErrorCode, type Locale } from '@linea-comune/config'

type Fault = 'invalid-input' | 'not-found' | 'unknown-ente' | 'ente-left' | 'too-many-attempts' | 'unavailable' | 'internal'

/** Why an address of the API does not answer, for the person who reads it. */
const sentences: Record<Locale, Record<Fault, string>> = {
  it: {
    'invalid-input': 'Servono una domanda e il Comune a cui la fai, in una delle lingue di questo servizio.',
    'not-found': 'A questo indirizzo non c’è nulla.',
    'unknown-ente': 'Non conosciamo questo Comune. Controlla il nome nell’indirizzo.',
    'ente-left': 'Questo Comune non risponde più qui. Rivolgiti al suo sito.',
    'too-many-attempts': 'Hai fatto molte domande in poco tempo. Aspetta un minuto e riprova.',
    unavailable: 'In questo momento non riusciamo a rispondere. Riprova tra poco.',
    internal: 'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.',
  },
  en: {
    'invalid-input': 'We need a question and the municipality you ask, in one of the languages of this service.',
    'not-found': 'There is nothing at this address.',
    'unknown-ente': 'We do not know this municipality. Check its name in the address.',
    'ente-left': 'This municipality no longer answers here. Please turn to its website.',
    'too-many-attempts': 'You have asked many questions in a short time. Wait a minute and try again.',
    unavailable: 'We cannot answer at the moment. Try again shortly.',
    internal: 'Something went wrong on our side. Try again shortly.',
  },
  de: {
    'invalid-input': 'Wir brauchen eine Frage und die Gemeinde, die Sie fragen, in einer der Sprachen dieses Dienstes.',
    'not-found': 'Unter dieser Adresse gibt es nichts.',
    'unknown-ente': 'Diese Gemeinde kennen wir nicht. Prüfen Sie den Namen in der Adresse.',
    'ente-left': 'Diese Gemeinde antwortet hier nicht mehr. Bitte wenden Sie sich an ihre Website.',
    'too-many-attempts': 'Sie haben in kurzer Zeit viele Fragen gestellt. Warten Sie eine Minute und versuchen Sie es erneut.',
    unavailable: 'Im Moment können wir nicht antworten. Versuchen Sie es in Kürze erneut.',
    internal: 'Bei uns hat etwas nicht funktioniert. Versuchen Sie es in Kürze erneut.',
  },
  sl: {
    'invalid-input': 'Potrebujemo vprašanje in občino, ki jo sprašujete, v enem od jezikov te storitve.',
    'not-found': 'Na tem naslovu ni ničesar.',
    'unknown-ente': 'Te občine ne poznamo. Preverite ime v naslovu.',
    'ente-left': 'Ta občina tukaj ne odgovarja več. Obrnite se na njeno spletno mesto.',
    'too-many-attempts': 'V kratkem času ste postavili veliko vprašanj. Počakajte minuto in poskusite znova.',
    unavailable: 'Trenutno ne moremo odgovoriti. Poskusite čez nekaj trenutkov.',
    internal: 'Pri nas nekaj ni delovalo. Poskusite čez nekaj trenutkov.',
  },
  fr: {
    'invalid-input': 'Il nous faut une question et la commune à laquelle vous la posez, dans une des langues de ce service.',
    'not-found': 'Il n’y a rien à cette adresse.',
    'unknown-ente': 'Nous ne connaissons pas cette commune. Vérifiez son nom dans l’adresse.',
    'ente-left': 'Cette commune ne répond plus ici. Adressez-vous à son site.',
    'too-many-attempts': 'Vous avez posé beaucoup de questions en peu de temps. Attendez une minute et réessayez.',
    unavailable: 'Nous ne pouvons pas répondre pour le moment. Réessayez dans un instant.',
    internal: 'Quelque chose n’a pas fonctionné de notre côté. Réessayez dans un instant.',
  },
}

const isFault = (code: ErrorCode): code is Fault => code in sentences[defaultLocale]

/** In the language that the address asks for. */
export const faultSentence = (code: ErrorCode, lang: string | undefined): string =>
  sentences[isLocale(lang) ? lang : defaultLocale][isFault(code) ? code : 'internal']
