// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, isLocale, type Locale } from '@linea-comune/config'

type Refusal = 'tooLong' | 'wrongKind' | 'fromElsewhere' | 'noSuchPage' | 'noSuchMethod' | 'failed'

/** For what is turned away before there is a page to say it on. */
const sentences: Record<Locale, Record<Refusal, string>> = {
  it: {
    tooLong: 'Il testo inviato è troppo lungo. Torna indietro: quello che hai scritto è ancora lì. Accorcialo e invialo di nuovo.',
    wrongKind: 'Questo invio non arriva da uno dei nostri moduli e non è stato accolto.',
    fromElsewhere: 'Questa richiesta arriva da un altro sito e non è stata accolta.',
    noSuchPage: 'Questa pagina non esiste.',
    noSuchMethod: 'Questa operazione non è prevista.',
    failed: 'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.',
  },
  en: {
    tooLong: 'The text you sent is too long. Go back: what you wrote is still there. Shorten it and send it again.',
    wrongKind: 'This does not come from one of our forms and was not accepted.',
    fromElsewhere: 'This request comes from another site and was not accepted.',
    noSuchPage: 'This page does not exist.',
    noSuchMethod: 'This operation is not available.',
    failed: 'Something went wrong on our side. Try again shortly.',
  },
  de: {
    tooLong: 'Der gesendete Text ist zu lang. Gehen Sie zurück: Ihr Text ist noch da. Kürzen Sie ihn und senden Sie ihn erneut.',
    wrongKind: 'Diese Sendung kommt nicht aus einem unserer Formulare und wurde nicht angenommen.',
    fromElsewhere: 'Diese Anfrage kommt von einer anderen Website und wurde nicht angenommen.',
    noSuchPage: 'Diese Seite gibt es nicht.',
    noSuchMethod: 'Dieser Vorgang ist nicht vorgesehen.',
    failed: 'Bei uns hat etwas nicht funktioniert. Versuchen Sie es in Kürze erneut.',
  },
}

/** In the language that the address asks for. */
export const refusalSentence = (refusal: Refusal, lang: string | undefined): string =>
  sentences[isLocale(lang) ? lang : defaultLocale][refusal]
