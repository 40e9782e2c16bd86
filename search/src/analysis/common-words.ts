// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'
import { stem } from './stem.js'

/**
 * Words of everyday language that fit every subject. Written texts of an administration hardly use them, so they would
 * count as rare and telling; they count half.
 */
const words: Record<Locale, string> = {
  it:
    'passare passa mettere metto prendere prendo preso lasciare lascio tenere tengo usare uso portare porto mandare mando chiamare chiamo vivere vivo vive ' +
    'abitare abito abita stare sto sta arrivare arriva arrivato arrivata uscire esce entrare entro tornare torno trovare ricevere ricevuto vedere vedo visto ' +
    'scrivere leggere aspettare aspetto finire finito cominciare comincio iniziare inizio continuare succedere succede funzionare funziona servire ' +
    'sbagliare sbagliato parlare parlo pensare penso credere credo provare provo mancare manca restare rimanere valere vale esistere esiste ' +
    'calcolare calcola sapere comprare compro vendere vendo dire detto raccontare cosa cose roba modo volta volte anno anni mese mesi settimana mattina pomeriggio sera notte giorno ' +
    'mille cento primo prima dopo adesso ora oggi ieri subito presto tardi fuori vicino lontano contro grande piccolo nuovo vecchio bello brutto migliore migliori ' +
    'solo sola gente persona persone amico amica marito moglie mamma papa padre madre fratello sorella genitori famiglia ' +
    'cittadino cittadini problema problemi situazione caso parte punto posto giusto giusta importante urgente possibile necessario obbligatorio',
  en:
    'take put use live find give come come see say think believe work works happen happens start begin stop call wait write read buy sell thing things way ' +
    'year years month months week morning evening night today tomorrow yesterday soon late near far big small new old best better ' +
    'people person friend husband wife mother father parents family problem case place possible necessary important',
  de:
    'nehmen geben finden leben wohne wohnen bleiben gehen gehe komme kommen sehen sagen denken arbeiten passieren beginnen anfangen warten schreiben lesen kaufen verkaufen ' +
    'ding sache weise jahr jahre monat monate woche morgen abend nacht heute gestern bald spat nah gross klein neu alt beste besser ' +
    'leute person freund mann frau mutter vater eltern familie problem fall ort moglich notwendig wichtig',
  sl:
    'vzeti dati najti ziveti zivim iti pridem priti videti reci misliti delati zgodi zaceti cakati pisati brati kupiti prodati ' +
    'stvar nacin leto leta mesec teden jutro vecer danes jutri vceraj kmalu blizu velik majhen nov star najboljsi ' +
    'ljudje oseba prijatelj moz zena mati oce starsi druzina problem tezava primer kraj mozno nujno pomembno',
  fr:
    'prendre mettre donner trouver vivre habiter habite aller venir arriver voir dire penser croire travailler commencer attendre ecrire lire acheter vendre ' +
    'chose choses facon fois annee annees mois semaine matin soir nuit jour aujourd hui demain hier bientot tard pres loin grand petit nouveau vieux meilleur ' +
    'gens personne ami mari femme mere pere parents famille probleme cas lieu possible necessaire important',
}

const stems: Record<Locale, ReadonlySet<string>> = perLocale(
  (locale) => new Set(words[locale].split(' ').map((word) => stem(word, locale))),
)

export const isCommon = (stemmed: string, locale: Locale): boolean => stems[locale].has(stemmed)
