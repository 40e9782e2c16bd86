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
  sl: {
    tooLong: 'Poslano besedilo je predolgo. Vrnite se nazaj: kar ste napisali, je še vedno tam. Skrajšajte ga in ga pošljite znova.',
    wrongKind: 'To sporočilo ne prihaja iz našega obrazca in ni bilo sprejeto.',
    fromElsewhere: 'Ta zahteva prihaja z drugega spletnega mesta in ni bila sprejeta.',
    noSuchPage: 'Ta stran ne obstaja.',
    noSuchMethod: 'To dejanje ni predvideno.',
    failed: 'Pri nas nekaj ni delovalo. Poskusite čez nekaj trenutkov.',
  },
  fr: {
    tooLong:
      'Le texte envoyé est trop long. Revenez en arrière\u00a0: ce que vous avez écrit est encore là. Raccourcissez-le et renvoyez-le.',
    wrongKind: 'Cet envoi ne vient pas d’un de nos formulaires et n’a pas été accepté.',
    fromElsewhere: 'Cette demande vient d’un autre site et n’a pas été acceptée.',
    noSuchPage: 'Cette page n’existe pas.',
    noSuchMethod: 'Cette opération n’est pas prévue.',
    failed: 'Quelque chose n’a pas fonctionné de notre côté. Réessayez dans un instant.',
  },
}

/** In the language that the address asks for. */
export const refusalSentence = (refusal: Refusal, lang: string | undefined): string =>
  sentences[isLocale(lang) ? lang : defaultLocale][refusal]
