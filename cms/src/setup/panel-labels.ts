// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, sheetSections } from '@linea-comune/config'

export interface Label {
  label: string
  /** Shown under the field. */
  help?: string
  /** Heading of its column in lists, where the label is too long for one. */
  column?: string
}

const hours: Label = { label: 'Orari', help: 'Una riga per ogni intervallo: mattina e pomeriggio sono due righe.' }
const hoursNote: Label = { label: 'Nota sugli orari', help: 'Per esempio: solo su appuntamento, chiuso in agosto.' }
const translations: Label = { label: 'Traduzioni' }
const enteCode: Label = { label: 'Codice dell’Ente', help: 'Lo scrive il sistema. Vuoto: contenuto della federazione.' }
const externalId: Label = { label: 'Identificativo di origine', help: 'Quello del file da cui è stato importato.' }
const outdatedSince: Label = {
  label: 'Traduzione da rivedere dal',
  help: 'L’italiano è cambiato dopo questa traduzione. Aggiorna il testo oppure, se va ancora bene, svuota questa data; poi salva e pubblica.',
}
const own = { enteCode, externalId, hours, hoursNote, translations }
const followed = {
  completeness: { label: 'Completezza' },
  reviewBy: { label: 'Da rivedere entro', column: 'Revisione', help: 'Qualche giorno prima ti scriviamo; dopo, l’elenco lo segnala.' },
  modelId: { label: 'Modello seguito', help: 'Lo scrive il sistema.' },
  modelVersion: { label: 'Versione seguita', help: 'Lo scrive il sistema.' },
  modelOmits: { label: 'Parti del modello lasciate fuori', help: 'Lo scrive il sistema.' },
}
const changeNote: Label = { label: 'Che cosa cambia', help: 'Una frase per chi segue il modello: la legge accanto alle differenze.' }
const terms = { categories: { label: 'Categorie' }, topics: { label: 'Argomenti' }, lifeEvents: { label: 'Eventi della vita' } }

/** The sections of a sheet keep the names of the Modello Comuni, which citizens read too. */
const sections = Object.fromEntries(sheetSections.map(({ key, heading }) => [key, { label: heading.it }]))

/** What editors read in the panel: they are not technical, and the names of columns are English. */
export const panelLabels: Record<string, Record<string, Label>> = {
  'api::service-sheet.service-sheet': {
    ...sections,
    ...own,
    ...followed,
    title: { label: 'Titolo', help: 'Il nome del servizio come lo direbbe un cittadino. Al massimo 60 caratteri.' },
    slug: { label: 'Indirizzo della pagina', help: 'Lo propone il sistema dal titolo. Dopo la pubblicazione è meglio non cambiarlo.' },
    summary: {
      label: 'Descrizione breve',
      help: 'Una o due frasi: che cosa è e a che cosa serve. Al massimo 255 caratteri.',
    },
    active: { label: 'Servizio attivo' },
    inactiveReason: { label: 'Perché non è attivo', help: 'Il cittadino lo legge accanto allo stato.' },
    keywords: {
      label: 'Parole dei cittadini',
      help: 'Come lo chiamano le persone, per esempio spazzatura o bolletta dei rifiuti. Una per riga.',
    },
    onlineUrl: { label: 'Indirizzo del servizio online' },
    onlineLabel: { label: 'Testo del pulsante per il servizio online' },
    bookingUrl: { label: 'Indirizzo per prenotare un appuntamento' },
    categories: { label: 'Categorie', help: 'La prima compare nel percorso della pagina.' },
    topics: { label: 'Argomenti' },
    lifeEvents: { label: 'Eventi della vita' },
    offices: { label: 'Uffici competenti', help: 'Recapiti, sedi e orari si scrivono una volta sola, nell’ufficio.' },
    contactPoints: { label: 'Altri punti di contatto' },
    places: { label: 'Altri luoghi' },
    outdatedSince,
    provenance: { label: 'Provenienza' },
  },
  'api::faq.faq': {
    ...own,
    ...followed,
    question: { label: 'Domanda', help: 'Come la fa un cittadino.' },
    phrasings: { label: 'Altri modi di chiederlo', help: 'Per esempio «quando pago la tari». Uno per riga.' },
    answer: { label: 'Risposta' },
    topics: { label: 'Argomenti' },
    sheet: { label: 'Scheda servizio collegata' },
    outdatedSince,
    validUntil: { label: 'Valida fino al', help: 'Dopo questo giorno i cittadini non la vedono più.' },
    reviewer: { label: 'Chi la controlla' },
    provenance: { label: 'Provenienza' },
  },
  'api::model-sheet.model-sheet': {
    ...sections,
    ...terms,
    changeNote,
    title: { label: 'Titolo', help: 'Chi adotta il modello può cambiarlo.' },
    summary: { label: 'Descrizione breve' },
    keywords: {
      label: 'Parole dei cittadini',
      help: 'Come lo chiamano le persone, per esempio spazzatura o bolletta dei rifiuti. Una per riga.',
    },
    localFields: { label: 'Che cosa scrive l’Ente', help: 'Quello che il modello non può sapere: uffici, prezzi, moduli.' },
  },
  'api::model-faq.model-faq': {
    ...terms,
    changeNote,
    question: { label: 'Domanda' },
    answer: { label: 'Risposta' },
    phrasings: { label: 'Altri modi di chiederlo', help: 'Per esempio «quando pago la tari». Uno per riga.' },
  },
  'api::office.office': {
    ...own,
    name: { label: 'Nome' },
    slug: { label: 'Indirizzo della pagina' },
    summary: { label: 'Descrizione breve' },
    duties: { label: 'Competenze' },
    kind: { label: 'Tipo' },
    places: { label: 'Sedi' },
    contactPoints: { label: 'Punti di contatto' },
    forwardingChannel: { label: 'Come riceve le richieste inoltrate' },
    forwardingEmail: { label: 'E-mail per le richieste inoltrate', help: 'Se è vuota si usa quella dell’Ente.' },
  },
  'api::place.place': {
    ...own,
    name: { label: 'Nome' },
    summary: { label: 'Descrizione breve' },
    address: { label: 'Indirizzo' },
    latitude: { label: 'Latitudine' },
    longitude: { label: 'Longitudine' },
    access: { label: 'Come si entra', help: 'Anche per chi usa una carrozzina o un passeggino.' },
  },
  'api::contact-point.contact-point': {
    ...own,
    name: { label: 'Nome' },
    entries: { label: 'Recapiti', help: 'Telefono, e-mail, PEC: uno per riga. Chi li mostra si aggiorna da solo.' },
  },
  'api::lexicon-entry.lexicon-entry': {
    enteCode: { label: 'Codice dell’Ente', help: 'Vuoto: parole della federazione, che valgono per tutti gli Enti.' },
    says: {
      label: 'I cittadini dicono',
      help: 'Parole o espressioni come le usano le persone, per esempio ecomobile. Una per riga, al massimo 20.',
    },
    said: { label: 'I cittadini dicono' },
    means: {
      label: 'E vogliono dire',
      help: 'Come lo chiamano le vostre pagine, per esempio raccolta dei rifiuti ingombranti. Al massimo 120 caratteri.',
    },
    reason: { label: 'Perché', help: 'Una frase per i colleghi: chi lo dice, da quando, a che cosa si riferisce.' },
    language: { label: 'Lingua dei cittadini', column: 'Lingua' },
    origin: { label: 'Da dove viene' },
    active: { label: 'Attiva', help: 'Se la spegni, le risposte tornano subito come prima.' },
    version: { label: 'Versione' },
  },
  'api::confirmed-question.confirmed-question': {
    enteCode: { label: 'Codice dell’Ente', help: 'Vuoto: della federazione, vale per tutti gli Enti.' },
    question: {
      label: 'Domanda dei cittadini',
      help: 'Chi chiede quasi lo stesso riceve questa risposta. Nomi, recapiti e indirizzi si tolgono da soli.',
    },
    page: {
      label: 'Pagina che risponde',
      help: 'L’indirizzo di una scheda o di una domanda frequente pubblicata, copiato dal sito. Finché la pagina c’è, risponde lei.',
    },
    answer: { label: 'Identificativo della risposta' },
    answerTitle: { label: 'Risponde' },
    language: { label: 'Lingua della domanda', column: 'Lingua' },
    origin: { label: 'Da dove viene' },
    confirmedBy: { label: 'Confermata da' },
    confirmedOn: { label: 'Confermata il' },
  },
  'api::ente.ente': {
    hours,
    translations,
    code: { label: 'Codice IPA' },
    slug: { label: 'Indirizzo delle pagine' },
    name: { label: 'Nome' },
    kind: { label: 'Tipo' },
    province: { label: 'Provincia' },
    istatCode: { label: 'Codice ISTAT' },
    summary: { label: 'Presentazione' },
    lifecycle: {
      label: 'Partecipazione',
      help: 'known: è solo nell’elenco. active: partecipa. suspended: si legge, ma non riceve richieste. left: ha lasciato il servizio.',
    },
    primaryColour: { label: 'Colore', help: 'Come #0066cc. Il testo bianco deve leggersi bene.' },
    address: { label: 'Indirizzo' },
    fiscalCode: { label: 'Codice fiscale' },
    phone: { label: 'Telefono' },
    email: { label: 'E-mail' },
    pec: { label: 'PEC' },
    website: { label: 'Sito istituzionale' },
    patronSaintName: { label: 'Santo patrono' },
    patronSaintDay: { label: 'Giorno del patrono', help: 'Mese e giorno, come 06-24.' },
    languages: { label: 'Lingue', help: `Un codice per riga. Possibili: ${locales.join(', ')}; l’italiano c’è sempre.` },
    accessibilityUrl: { label: 'Dichiarazione di accessibilità' },
    privacyUrl: { label: 'Informativa sulla privacy' },
    webhookUrl: { label: 'Indirizzo del webhook' },
    webhookSecret: { label: 'Segreto del webhook', help: 'Comincia con whsec_.' },
    members: { label: 'Persone dell’Ente', help: 'Possono scrivere per l’Ente o rispondere alle sue richieste, secondo il loro ruolo.' },
  },
}

/** The field that stands as the title of a form, where the first text is not the one that names it. */
export const panelTitles: Record<string, string> = {
  'api::lexicon-entry.lexicon-entry': 'said',
  'api::confirmed-question.confirmed-question': 'question',
}

/** Columns of the lists, where what Strapi takes by itself does not help. */
export const panelColumns: Record<string, string[]> = {
  'api::service-sheet.service-sheet': ['title', 'completeness', 'reviewBy'],
  'api::faq.faq': ['question', 'completeness', 'reviewBy', 'validUntil'],
  'api::model-sheet.model-sheet': ['title', 'updatedAt'],
  'api::model-faq.model-faq': ['question', 'updatedAt'],
  'api::office.office': ['name', 'kind'],
  'api::place.place': ['name'],
  'api::contact-point.contact-point': ['name'],
  'api::lexicon-entry.lexicon-entry': ['said', 'means', 'language', 'active'],
  'api::confirmed-question.confirmed-question': ['question', 'answerTitle', 'confirmedOn', 'confirmedBy'],
}
