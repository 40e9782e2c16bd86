// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale, type SheetSectionKey } from '@linea-comune/config'
import { fold } from './fold.js'
import { stem } from './stem.js'

/** What a question wants to know about a service; each is answered by sections of its sheet, the best one first. */
export const intentSections = {
  cost: ['costs'],
  when: ['times'],
  where: ['contacts', 'access'],
  needed: ['needed'],
  who: ['audience', 'constraints'],
  outcome: ['outcome'],
  how: ['howTo', 'access'],
} as const satisfies Record<string, readonly SheetSectionKey[]>
export type Intent = keyof typeof intentSections
export const intents = Object.keys(intentSections) as Intent[]

/** Several intents as one number. */
export const intentBits = (some: readonly Intent[]): number => some.reduce((bits, intent) => bits | (1 << intents.indexOf(intent)), 0)

/** Over folded text. The order decides when a question wants several things: what is asked for by name comes before "how". */
const patterns: Record<Locale, readonly [Intent, RegExp][]> = {
  it: [
    [
      'cost',
      /\bquanto (mi |ci |vi |si )?(costa|costano|pago|paga|spend|viene|vengono)|\b(costo|costi|prezzo|prezzi|tariff[ae]|gratis|gratuit[oaie])\b|\bsi paga\b|\bquanti (euro|soldi)\b/,
    ],
    [
      'where',
      /\bdov'? ?e\b|\bdove\b|\borari[oe]?\b|\baperti?\b|\bapertura\b|\bchius[oai]\b|\btelefono\b|\bnumero (di|da)\b|\be-?mail\b|\bpec\b|\bindirizzo\b|\bcontatt|\ba chi (mi )?(rivolg|devo)|\bche ora\b|\bsportell[oi] apert/,
    ],
    [
      'when',
      /\bquando\b|\bentro\b|\bscad|\bquanto (tempo|ci (vuole|mette|mettono|metton)|dura)|\bquanti giorni\b|\btempi\b|\btermin[ei]\b|\bfino a\b/,
    ],
    [
      'needed',
      /\b(cosa|che cosa|che|quali) (mi )?(serv|occorr|bisogn)|\bdocumenti\b|\bcosa (devo|bisogna) (portare|presentare|allegare)|\bche cosa (devo )?portare|\brequisiti\b/,
    ],
    ['who', /\bchi (puo|ha diritto|deve|e obbligat)|\bposso (avere|fare|chiedere)\b|\bho diritto\b|\bspetta\b|\bpossono (chiedere|fare)\b/],
    ['outcome', /\bcosa (si )?(ottien|ottengo)|\ba (che )?cosa serve\b/],
    ['how', /\bcome\b|\bprocedura\b|\bin che modo\b/],
  ],
  en: [
    ['cost', /\bhow much (is|does|do|are|to pay|will)|\b(cost|costs|price|fee|fees|free of charge|charge)\b/],
    ['where', /\bwhere\b|\bopening (hours|times)|\bopen\b|\bphone\b|\be-?mail\b|\baddress\b|\bcontacts?\b|\bhours\b/],
    ['when', /\bwhen\b|\bdeadline|\bhow long\b|\bhow many days\b|\buntil\b|\bby what date\b/],
    ['needed', /\bwhat (do i|documents|papers|is) (need|do)?|\bdocuments\b|\brequire(d|ments)\b/],
    ['who', /\bwho (can|may|is|has to)|\bam i (entitled|eligible)|\beligib/],
    ['outcome', /\bwhat (do|will) i get\b/],
    ['how', /\bhow\b/],
  ],
  de: [
    ['cost', /\bwas kostet|\bwie ?viel\b|\bkosten\b|\bgebuhr|\bpreis/],
    ['where', /\bwo\b|\boffnungszeiten\b|\bgeoffnet\b|\btelefon|\be-?mail\b|\badresse\b|\bkontakt/],
    ['when', /\bwann\b|\bfrist|\bwie lange\b|\bbis wann\b/],
    ['needed', /\bwas (brauche|benotige)|\bwelche (unterlagen|dokumente)|\bunterlagen\b/],
    ['who', /\bwer (kann|darf|muss)|\bhabe ich anspruch/],
    ['outcome', /\bwas (bekomme|erhalte)/],
    ['how', /\bwie\b/],
  ],
  sl: [
    ['cost', /\bkoliko (stane|stanejo|placam|znasa)|\bcena\b|\bcene\b|\bstrosk|\bpristojbin|\bbrezplac/],
    ['where', /\bkje\b|\bkam\b|\buradne ure\b|\bodpiraln|\bodprt|\btelefon|\be-?posta\b|\bnaslov\b|\bstik/],
    ['when', /\bkdaj\b|\brok\b|\broki\b|\bkako dolgo\b|\bkoliko (casa|dni)\b|\bdo kdaj\b/],
    ['needed', /\bkaj (potrebujem|rabim|moram)\b|\bkateri dokumenti\b|\bdokument[ei]\b|\bpogoji\b/],
    ['who', /\bkdo (lahko|mora|sme)\b|\bimam pravico\b|\bali lahko\b/],
    ['outcome', /\bkaj (dobim|prejmem)\b/],
    ['how', /\bkako\b/],
  ],
  fr: [
    ['cost', /\bcombien (coute|ca coute|dois|faut[ -]il payer)|\b(couts?|prix|tarifs?|gratuite?s?)\b/],
    ['where', /\bou (est|se trouve|aller|puis|dois|faut)\b|\bhoraires?\b|\bouvert|\btelephone\b|\be-?mail\b|\badresse\b|\bcontact/],
    ['when', /\bquand\b|\bdate limite\b|\bdelai|\becheance|\bcombien de (temps|jours)\b|\bjusqu/],
    ['needed', /\bquel(le)?s? (documents?|papiers?|pieces?)\b|\bdocuments\b|\bque (me )?faut[ -]il\b|\bqu'est[ -]ce qu'il (me )?faut\b/],
    ['who', /\bqui (peut|doit|a droit)\b|\bai[ -]je droit\b|\bpuis[ -]je (avoir|demander)\b/],
    ['outcome', /\bque vais[ -]je (obtenir|recevoir)\b/],
    ['how', /\bcomment\b/],
  ],
}

export const intentsOf = (text: string, locale: Locale): Intent[] => {
  const folded = fold(text)
  return patterns[locale].filter(([, pattern]) => pattern.test(folded)).map(([intent]) => intent)
}

/** Words that ask about a service rather than name it: they choose the section, and weigh little in choosing the document. */
const askingWords: Record<Locale, string> = {
  it:
    'costo costa costano pagare pagamento prezzo quanto gratis tempi tempo giorni giorno scadenza scade scadenze entro termine ora ore oggi domani ' +
    'orario orari orarie apertura aperto aperta chiuso telefono telefonare numero email mail indirizzo contatti contattare ufficio uffici sportello ' +
    'documenti documentazione portare presentare requisiti procedura modo richiedere richiesta chiedere ottenere avere domanda modulo moduli modulistica ' +
    'nuovo nuova comune servizio servizi online internet sito pratica pratiche rivolgere rivolgermi diritto spetta trovo trovare dare presso citta paese',
  en:
    'cost costs price fee fees pay much long days day deadline open opening hours time times phone email address contact office documents document papers ' +
    'required requirements apply application request obtain new municipality town city council online website form service',
  de:
    'kosten kostet gebuhr gebuhren preis zahlen lange tage frist fristen offnungszeiten geoffnet telefon adresse kontakt amt buro unterlagen dokumente ' +
    'beantragen antrag bekommen neu neue gemeinde stadt online formular dienst',
  sl:
    'stane stanejo cena strosek stroski placati pristojbina dolgo dni dan rok uradne ure odprto telefon naslov stik urad dokumenti ' +
    'zahtevati vloga prosnja pridobiti nov nova obcina mesto spletni obrazec storitev',
  fr:
    'cout coute couts prix tarif payer combien delai delais jours jour horaires horaire ouvert ouverture telephone adresse contact bureau guichet documents papiers ' +
    'demander demande obtenir nouveau nouvelle mairie commune ville ligne formulaire service',
}

const askingStems: Record<Locale, ReadonlySet<string>> = perLocale(
  (locale) => new Set(askingWords[locale].split(' ').map((word) => stem(word, locale))),
)

export const isAsking = (stemmed: string, locale: Locale): boolean => askingStems[locale].has(stemmed)
