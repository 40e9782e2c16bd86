// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'

const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '))

/**
 * Our own lists: the public ones throw away words that mean something at a town hall ("registrazione", "paese", "piedi",
 * "buono", "prima"). Folded, so without accents. Elided forms stand here too, for whoever writes `dell imu`.
 */
const lists: Record<Locale, string[]> = {
  it: words(
    'il lo la i gli le un uno una l d c m t s v n gl un',
    'di a da in con su per tra fra e ed o od ma se che chi cui non ne',
    'del dello della dei degli delle dell al allo alla ai agli alle all dal dallo dalla dai dagli dalle dall',
    'nel nello nella nei negli nelle nell sul sullo sulla sui sugli sulle sull col coi coll',
    'io tu lui lei noi voi loro egli ella essi esse me te ci vi si mi ti li gliela glielo',
    'mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre',
    'questo questa questi queste quello quella quelli quelle quel quei quegli quell quest cio stesso stessa',
    'essere sono sei siamo siete era erano ero stato stata stati state sia siano fosse sara saranno sarebbe e',
    'avere ho hai ha abbiamo avete hanno avevo aveva avevano avuto abbia abbiano avrei avrebbe',
    'fare faccio fai fa facciamo fanno fatto fatta faro farlo farla',
    'posso puoi puo possiamo potete possono potrei potrebbe potuto poter potere',
    'devo devi deve dobbiamo dovete devono dovrei dovrebbe dovere',
    'voglio vuoi vuole vogliamo volete vogliono volevo voleva',
    'vado vai va andiamo vanno andare viene vengono venire',
    'come quando dove quanto quanta quanti quante quale quali qual perche cosa cos dov com quand',
    'anche anch ancora gia poi piu meno molto molta molti molte tanto tanta tanti poco poca pochi troppo proprio',
    'qui qua li la dentro sotto sopra verso circa oltre quindi dunque allora cosi pero invece oppure ovvero cioe',
    'tutto tutta tutti tutte tutt ogni qualche qualcuno qualcosa alcuni alcune altro altra altri altre nessuno nessuna niente nulla',
    'eccetera ecc etc sempre mai appena mentre durante solo soltanto bene male ecco',
  ),
  en: words(
    'a an the and or but if of to in on at by for with from into about as than then so not no nor',
    'i you he she it we they me him her us them my your his its our their mine yours this that these those',
    'am is are was were be been being do does did done have has had having can could may might must shall should will would',
    'what which who whom whose when where why how there here also just only very too more most some any each every other',
    's t re ve ll d m don doesn didn isn aren',
    'get got much many need want go going make made im ill ive',
  ),
  de: words(
    'der die das den dem des ein eine einer eines einem einen und oder aber wenn als wie von zu zum zur im in an am auf aus bei mit nach',
    'fur um uber unter vor durch gegen ohne bis nicht kein keine keinen auch nur noch schon sehr mehr',
    'ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein meine meinen meinem meiner dein deine sein seine unser unsere',
    'bin bist ist sind seid war waren sein habe hast hat haben hatte werde wird werden wurde kann konnen konnte muss mussen soll sollen will wollen darf mochte',
    'was wer wen wem wo wann warum welche welcher welches dass dies diese dieser dieses hier da dort man',
    'beim vom ins ans machen mache gibt',
  ),
  sl: words(
    'in ali pa ter ce ker da ko kot a toda vendar tudi se ze le samo zelo bolj vec manj ne ni niso nisem',
    'na za v z s k h o ob od do po pri pred pod nad med iz brez skozi proti zaradi',
    'jaz ti on ona ono mi vi oni one me mene meni te tebe tebi ga ji jo nas nam vas vam jih jim sebi si svoj svojo moj moja moje moji tvoj vas vasa nas nasa njegov njen',
    'sem si je smo ste so bi bom bo bomo bodo bil bila bilo bili biti imam ima imamo imate imajo imeti moram mora morate morajo lahko hocem zelim zeli zelite',
    'kaj kdo kje kam kdaj kako zakaj kateri katera katere katero koliko kaksen kaksna ta to ti te tega temu tem teh tukaj tam ga vsak vsi vse kar',
    'narediti naredim gre grem',
  ),
  fr: words(
    'le la les l un une des du de d au aux et ou mais si que qu qui dont ne pas non plus tres aussi encore deja',
    'a en dans sur sous par pour avec sans chez vers entre contre depuis jusqu jusque lors',
    'je j tu il elle on nous vous ils elles me m te t se s lui leur y moi toi soi eux',
    'mon ma mes ton ta tes son sa ses notre nos votre vos leurs ce cet cette ces ca cela c',
    'suis es est sommes etes sont etait ete etre ai as a avons avez ont avoir avait peux peut peuvent pouvons pouvez puis dois doit doivent devez devoir faut',
    'veux veut voulez vouloir fais fait font faire faites vais va vont allez',
    'quoi quel quelle quels quelles quand ou comment pourquoi combien ici tout toute tous toutes chaque meme autre autres',
  ),
}

const stopWords: Record<Locale, ReadonlySet<string>> = perLocale((locale) => new Set(lists[locale]))

export const isStopWord = (token: string, locale: Locale): boolean =>
  stopWords[locale].has(token) || (token.length === 1 && !/\p{N}/u.test(token))
