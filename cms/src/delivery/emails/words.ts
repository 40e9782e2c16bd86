// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

interface CitizenMailWords {
  greeting: (name: string) => string
  receivedSubject: (number: string) => string
  received: (ente: string, number: string) => string
  youWrote: string
  follow: string
  followWithCode: string
  keepForYourself: string
  answeredSubject: (number: string) => string
  answeredBy: (signature: string) => string
  notSolved: string
  askedSubject: (number: string) => string
  asked: (signature: string) => string
  replyHere: string
  noReply: string
}

/** Words of the mail that citizens receive, in their language. Mail to the Enti is in Italian. */
export const citizenMailWords: Record<Locale, CitizenMailWords> = {
  it: {
    greeting: (name) => `Ciao ${name},`,
    receivedSubject: (number) => `Richiesta ${number} ricevuta`,
    received: (ente, number) =>
      `abbiamo ricevuto la tua richiesta per ${ente}. Il suo numero è ${number}. Ti scriviamo qui appena c’è una risposta.`,
    youWrote: 'Ecco che cosa ci hai scritto:',
    follow: 'Segui la richiesta e scrivici ancora da questa pagina',
    followWithCode: 'Se il collegamento non si apre, usa il numero della richiesta e questo codice',
    keepForYourself: 'Tieni per te il collegamento e il codice: chi li ha può leggere la tua richiesta.',
    answeredSubject: (number) => `C’è una risposta alla tua richiesta ${number}`,
    answeredBy: (signature) => `${signature} ha risposto alla tua richiesta:`,
    notSolved: 'Se la risposta non ti basta, puoi scriverci ancora dalla stessa pagina: la richiesta si riapre.',
    askedSubject: (number) => `Ci serve un’informazione per la tua richiesta ${number}`,
    asked: (signature) => `per andare avanti, ${signature} ha bisogno di sapere:`,
    replyHere: 'Rispondi da questa pagina',
    noReply: 'Questo messaggio parte da un sistema automatico: per rispondere usa la pagina della richiesta.',
  },
  en: {
    greeting: (name) => `Hello ${name},`,
    receivedSubject: (number) => `Request ${number} received`,
    received: (ente, number) =>
      `we have received your request for ${ente}. Its number is ${number}. We will write to you here as soon as there is an answer.`,
    youWrote: 'This is what you wrote:',
    follow: 'Follow your request and write to us again from this page',
    followWithCode: 'If the link does not open, use the request number and this code',
    keepForYourself: 'Keep the link and the code to yourself: whoever has them can read your request.',
    answeredSubject: (number) => `Your request ${number} has an answer`,
    answeredBy: (signature) => `${signature} has answered your request:`,
    notSolved: 'If this does not settle the matter, write again from the same page: the request will be reopened.',
    askedSubject: (number) => `We need to know something about your request ${number}`,
    asked: (signature) => `to go on, ${signature} needs to know:`,
    replyHere: 'Reply from this page',
    noReply: 'This message was sent by an automatic system: to reply, use the page of your request.',
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    receivedSubject: (number) => `Anfrage ${number} eingegangen`,
    received: (ente, number) =>
      `wir haben Ihre Anfrage an ${ente} erhalten. Sie hat die Nummer ${number}. Sobald es eine Antwort gibt, schreiben wir Ihnen.`,
    youWrote: 'Das haben Sie uns geschrieben:',
    follow: 'Auf dieser Seite können Sie die Anfrage verfolgen und uns wieder schreiben',
    followWithCode: 'Falls sich der Link nicht öffnet, verwenden Sie die Nummer der Anfrage und diesen Code',
    keepForYourself: 'Behalten Sie Link und Code für sich: Wer sie hat, kann Ihre Anfrage lesen.',
    answeredSubject: (number) => `Es gibt eine Antwort auf Ihre Anfrage ${number}`,
    answeredBy: (signature) => `${signature} hat auf Ihre Anfrage geantwortet:`,
    notSolved: 'Falls Ihnen die Antwort nicht genügt, schreiben Sie uns auf derselben Seite: Die Anfrage wird wieder geöffnet.',
    askedSubject: (number) => `Wir brauchen eine Auskunft zu Ihrer Anfrage ${number}`,
    asked: (signature) => `damit es weitergeht, möchte ${signature} wissen:`,
    replyHere: 'Auf dieser Seite antworten',
    noReply: 'Diese Nachricht wurde automatisch versandt: Zum Antworten verwenden Sie bitte die Seite der Anfrage.',
  },
  sl: {
    greeting: (name) => `Pozdravljeni, ${name},`,
    receivedSubject: (number) => `Zahteva ${number} je prejeta`,
    received: (ente, number) =>
      `prejeli smo vašo zahtevo za ${ente}. Njena številka je ${number}. Takoj ko bo odgovor, vam pišemo na ta naslov.`,
    youWrote: 'To ste nam napisali:',
    follow: 'Na tej strani lahko spremljate zahtevo in nam znova pišete',
    followWithCode: 'Če se povezava ne odpre, uporabite številko zahteve in to kodo',
    keepForYourself: 'Povezavo in kodo obdržite zase: kdor ju ima, lahko bere vašo zahtevo.',
    answeredSubject: (number) => `Na vašo zahtevo ${number} je prispel odgovor`,
    answeredBy: (signature) => `na vašo zahtevo je odgovoril: ${signature}`,
    notSolved: 'Če vam odgovor ne zadostuje, nam znova pišite na isti strani: zahteva se bo ponovno odprla.',
    askedSubject: (number) => `Potrebujemo podatek za vašo zahtevo ${number}`,
    asked: (signature) => `za nadaljevanje potrebujemo podatek. Sprašuje: ${signature}`,
    replyHere: 'Odgovorite na tej strani',
    noReply: 'To sporočilo je poslano samodejno: za odgovor uporabite stran svoje zahteve.',
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    receivedSubject: (number) => `Demande ${number} reçue`,
    received: (ente, number) =>
      `nous avons reçu votre demande pour ${ente}. Elle porte le numéro ${number}. Nous vous écrivons ici dès qu’il y a une réponse.`,
    youWrote: 'Voici ce que vous nous avez écrit\u00a0:',
    follow: 'Suivez la demande et écrivez-nous encore depuis cette page',
    followWithCode: 'Si le lien ne s’ouvre pas, utilisez le numéro de la demande et ce code',
    keepForYourself: 'Gardez le lien et le code pour vous\u00a0: toute personne qui les a peut lire votre demande.',
    answeredSubject: (number) => `Une réponse à votre demande ${number}`,
    answeredBy: (signature) => `${signature} a répondu à votre demande\u00a0:`,
    notSolved: 'Si la réponse ne vous suffit pas, écrivez-nous encore depuis la même page\u00a0: la demande est rouverte.',
    askedSubject: (number) => `Il nous faut une information pour votre demande ${number}`,
    asked: (signature) => `pour continuer, ${signature} a besoin de savoir\u00a0:`,
    replyHere: 'Répondre depuis cette page',
    noReply: 'Ce message part d’un système automatique\u00a0: pour répondre, utilisez la page de la demande.',
  },
}
