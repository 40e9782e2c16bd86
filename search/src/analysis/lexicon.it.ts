// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LexiconEntry } from './lexicon-entry.js'

/**
 * Citizens' words and the administration's. Add by topic, not for one question that failed: entries written for single
 * failures repaired those and helped no new question (measured).
 */
export const italianLexicon: readonly LexiconEntry[] = [
  // Waste
  {
    says: ['monnezza', 'spazzatura', 'immondizia', 'pattume', 'rumenta', 'scoasse'],
    means: ['rifiuti'],
    because: 'colloquial and regional',
  },
  {
    says: ['bidone', 'bidoni', 'cassonetto', 'mastello', 'secchio'],
    means: ['raccolta rifiuti', 'contenitori'],
    because: 'the object for the service',
  },
  {
    says: ['differenziata', 'umido', 'indifferenziata', 'organico'],
    means: ['raccolta differenziata', 'rifiuti'],
    because: 'the fraction for the service',
  },
  {
    says: ['discarica', 'isola ecologica', 'ecocentro', 'riciclabolario', 'piazzola ecologica'],
    means: ['centro raccolta', 'rifiuti'],
    because: 'names of the same place',
  },
  {
    says: ['divano vecchio', 'materasso', 'lavatrice', 'frigorifero', 'mobili vecchi', 'ingombrante'],
    means: ['rifiuti ingombranti', 'ingombranti'],
    because: 'what people want taken away',
  },
  { says: ['buttare', 'gettare', 'smaltire'], means: ['rifiuti', 'smaltimento'], because: 'the act for the service' },
  // Taxes and fines
  {
    says: ['tassa rifiuti', 'tassa spazzatura', 'tassa immondizia', 'bolletta rifiuti', 'tariffa rifiuti', 'tarsu', 'tares'],
    means: ['tari'],
    because: 'older names and what it is for',
  },
  { says: ['tari'], means: ['tassa rifiuti', 'tariffa rifiuti'], because: 'acronym and full name' },
  { says: ['tassa casa', 'tasse casa', 'imposta casa', 'ici'], means: ['imu'], because: 'older name and what it is on' },
  { says: ['imu'], means: ['imposta municipale'], because: 'acronym and full name' },
  { says: ['tassa soggiorno'], means: ['imposta soggiorno'], because: 'everybody calls it a tax' },
  {
    says: ['multa', 'contravvenzione', 'verbale', 'autovelox'],
    means: ['sanzione', 'multe', 'violazione codice strada'],
    because: 'the word of the law is sanction',
  },
  { says: ['tasse', 'imposte', 'balzelli'], means: ['tributi', 'imposta'], because: 'the office is called Tributi' },
  { says: ['bolletta', 'bollettino', 'f24', 'pagopa'], means: ['pagamento', 'avviso pagamento'], because: 'the paper for the act' },
  { says: ['rateizzare', 'rate', 'dilazione'], means: ['rateizzazione'], because: 'verb and noun have different stems' },
  {
    says: ['sconto', 'riduzione', 'esenzione', 'agevolazione', 'esonero'],
    means: ['agevolazioni', 'riduzione', 'esenzione'],
    because: 'used for one another',
  },
  { says: ['rimborso', 'indietro soldi'], means: ['rimborsi'], because: 'plain words' },
  // Registry
  {
    says: ['carta identita', 'documento identita', 'cie', 'carta identita elettronica', 'tessera identita'],
    means: ['carta identita', 'cie'],
    because: 'acronym and full name',
  },
  {
    says: ['cambio casa', 'trasloco', 'traslocare', 'cambio indirizzo', 'cambio abitazione', 'trasferirsi', 'trasferimento', 'nuova casa'],
    means: ['residenza', 'cambio residenza', 'cambio abitazione'],
    because: 'the move for the declaration',
  },
  { says: ['residenza', 'domicilio'], means: ['cambio residenza', 'anagrafe'], because: 'topic and office' },
  { says: ['stato famiglia', 'nucleo familiare'], means: ['stato famiglia', 'certificati anagrafici'], because: 'one of the certificates' },
  {
    says: ['certificato residenza', 'certificato nascita', 'certificato matrimonio', 'certificato morte'],
    means: ['certificati anagrafici', 'certificati'],
    because: 'the kind for the whole',
  },
  {
    says: ['autocertificazione', 'dichiarazione sostitutiva', 'atto notorio'],
    means: ['autocertificazione', 'dichiarazione sostitutiva'],
    because: 'used for one another',
  },
  {
    says: ['autenticare', 'autentica firma', 'copia conforme', 'autenticazione'],
    means: ['autentica', 'copia conforme'],
    because: 'neighbouring acts at one counter',
  },
  {
    says: ['iscritti estero', 'vivo estero', 'trasferito estero', 'espatriare'],
    means: ['aire', 'residenti estero'],
    because: 'the registry has an acronym',
  },
  { says: ['aire'], means: ['italiani residenti estero'], because: 'acronym and full name' },
  { says: ['spid', 'identita digitale'], means: ['spid', 'identita digitale'], because: 'acronym and what it is' },
  { says: ['pin', 'puk'], means: ['cie', 'carta identita elettronica'], because: 'codes of the electronic card' },
  { says: ['passaporto'], means: ['passaporto'], because: 'not a service of the Comune: answered only where an Ente writes about it' },
  // Life and family
  {
    says: ['sposarsi', 'sposo', 'sposare', 'nozze', 'matrimonio'],
    means: ['matrimonio', 'pubblicazioni matrimonio'],
    because: 'verb and noun',
  },
  {
    says: ['convivenza', 'coppia fatto', 'conviventi', 'compagno', 'compagna'],
    means: ['convivenza fatto', 'unione civile'],
    because: 'forms of the same life',
  },
  { says: ['unione civile', 'unioni civili', 'coppia gay', 'stesso sesso'], means: ['unione civile'], because: 'name in the law' },
  {
    says: ['divorzio', 'divorziare', 'separarsi', 'separazione', 'lasciarsi'],
    means: ['separazione', 'divorzio'],
    because: 'one sheet for both',
  },
  {
    says: ['nascita', 'nato figlio', 'neonato', 'bebe', 'partorito', 'nascere', 'appena nato'],
    means: ['nascita', 'dichiarazione nascita'],
    because: 'event and declaration',
  },
  { says: ['bonus bebe', 'assegno maternita', 'maternita'], means: ['assegno maternita'], because: 'name in the law' },
  {
    says: ['morto', 'morte', 'deceduto', 'lutto', 'decesso', 'funerale', 'defunto', 'mancato padre'],
    means: ['morte', 'decesso', 'cimitero'],
    because: 'plain and bureaucratic',
  },
  {
    says: ['tomba', 'loculo', 'cremazione', 'camposanto', 'sepoltura', 'ceneri', 'tumulazione'],
    means: ['cimitero', 'servizi cimiteriali', 'concessione cimiteriale'],
    because: 'the object for the service',
  },
  {
    says: ['testamento biologico', 'fine vita', 'biotestamento'],
    means: ['disposizioni anticipate trattamento', 'dat'],
    because: 'name in the law 219/2017',
  },
  {
    says: ['donazione organi', 'donare organi'],
    means: ['donazione organi', 'carta identita'],
    because: 'asked for when the card is made',
  },
  {
    says: ['cittadino italiano', 'diventare italiano', 'cittadinanza', 'giuramento'],
    means: ['cittadinanza'],
    because: 'event and service',
  },
  {
    says: ['straniero', 'extracomunitario', 'immigrato', 'permesso soggiorno'],
    means: ['stranieri', 'cittadini stranieri'],
    because: 'plain words',
  },
  // School and children
  {
    says: ['asilo', 'asilo nido', 'nido', 'nidi', 'bimbo piccolo'],
    means: ['nido', 'asilo nido', 'nido infanzia'],
    because: 'the law says nido',
  },
  { says: ['scuola materna', 'asilo infanzia'], means: ['scuola infanzia'], because: 'older name' },
  {
    says: ['mensa', 'pasti scuola', 'refezione', 'buoni pasto'],
    means: ['mensa scolastica', 'ristorazione scolastica', 'refezione'],
    because: 'names of the same service',
  },
  {
    says: ['scuolabus', 'pulmino', 'bus scuola', 'pullman scuola'],
    means: ['trasporto scolastico', 'scuolabus'],
    because: 'the vehicle for the service',
  },
  { says: ['centro estivo', 'colonia', 'grest', 'campo estivo', 'centri estivi'], means: ['centri estivi'], because: 'regional names' },
  {
    says: ['doposcuola', 'pre scuola', 'post scuola', 'prescuola', 'anticipo scolastico'],
    means: ['prescuola', 'doposcuola'],
    because: 'one service before and after lessons',
  },
  {
    says: ['libri scuola', 'cedola libraria', 'cedole librarie', 'buono libri', 'libri testo'],
    means: ['cedole librarie', 'libri testo'],
    because: 'names of the same help',
  },
  { says: ['borsa studio', 'diritto studio'], means: ['borse studio', 'diritto studio'], because: 'neighbouring helps' },
  {
    says: ['figlio', 'figlia', 'bambino', 'bambina', 'bimbo', 'bimba', 'ragazzo', 'minore'],
    means: ['minori', 'bambini', 'figli'],
    because: 'people and the word of the law',
  },
  // Roads and vehicles
  {
    says: ['parcheggio', 'parcheggiare', 'posteggio', 'strisce blu', 'strisce gialle'],
    means: ['sosta', 'parcheggio', 'parcheggi'],
    because: 'the rule says sosta',
  },
  {
    says: ['permesso ztl', 'ztl', 'centro storico macchina', 'entrare centro'],
    means: ['ztl', 'zona traffico limitato'],
    because: 'acronym and full name',
  },
  {
    says: ['tagliando disabili', 'pass disabili', 'pass invalidi', 'contrassegno invalidi', 'parcheggio disabili', 'cude'],
    means: ['contrassegno', 'contrassegno disabili', 'contrassegno invalidi'],
    because: 'the law says contrassegno',
  },
  { says: ['passo carraio', 'passo carrabile'], means: ['passo carrabile', 'passi carrabili'], because: 'both are used' },
  {
    says: ['buca', 'buche', 'asfalto', 'strada rotta', 'marciapiede'],
    means: ['manutenzione strade', 'segnalazione', 'strade'],
    because: 'the defect for the report',
  },
  {
    says: ['lampione', 'luce strada', 'lampioni', 'luce spenta'],
    means: ['illuminazione pubblica'],
    because: 'the object for the service',
  },
  { says: ['vigili', 'vigile', 'vigilessa', 'polizia municipale', 'municipale'], means: ['polizia locale'], because: 'older name' },
  { says: ['macchina', 'auto', 'automobile', 'vettura'], means: ['veicolo', 'auto'], because: 'the rule says veicolo' },
  {
    says: ['carro attrezzi', 'rimossa macchina', 'rimozione auto', 'portato via auto'],
    means: ['rimozione veicoli', 'veicoli rimossi'],
    because: 'what people see',
  },
  { says: ['bus', 'autobus', 'pullman', 'corriera'], means: ['trasporto pubblico'], because: 'the vehicle for the service' },
  // House and building
  {
    says: ['ristrutturare', 'ristrutturazione', 'lavori casa', 'rifare bagno', 'abbattere muro'],
    means: ['cila', 'edilizia', 'scia edilizia'],
    because: 'the work for the notice',
  },
  { says: ['costruire', 'costruzione', 'ampliamento'], means: ['permesso costruire', 'edilizia'], because: 'the work for the permit' },
  { says: ['cila'], means: ['comunicazione inizio lavori', 'edilizia'], because: 'acronym and full name' },
  { says: ['scia'], means: ['segnalazione certificata'], because: 'acronym and full name' },
  { says: ['agibilita', 'abitabilita'], means: ['agibilita'], because: 'older name' },
  { says: ['destinazione urbanistica', 'cdu'], means: ['certificato destinazione urbanistica'], because: 'acronym and full name' },
  {
    says: ['casa popolare', 'case popolari', 'alloggio popolare', 'erp', 'alloggi popolari'],
    means: ['edilizia residenziale pubblica', 'alloggi', 'alloggio erp'],
    because: 'acronym and full name',
  },
  {
    says: ['affitto', 'affittare', 'canone', 'pigione', 'sfratto'],
    means: ['locazione', 'contributo affitto'],
    because: 'the law says locazione',
  },
  { says: ['numero civico', 'civico', 'targhetta'], means: ['numerazione civica'], because: 'the object for the act' },
  { says: ['piano regolatore', 'prg', 'pgt'], means: ['piano urbanistico', 'urbanistica'], because: 'regional names' },
  { says: ['ponteggio', 'impalcatura', 'gru'], means: ['occupazione suolo pubblico'], because: 'what needs the permission' },
  {
    says: ['tavolini', 'dehors', 'gazebo', 'occupare strada', 'suolo pubblico', 'plateatico'],
    means: ['occupazione suolo pubblico', 'canone unico'],
    because: 'what needs the permission',
  },
  // Water, green, animals
  {
    says: ['acquedotto', 'contatore acqua', 'bolletta acqua', 'perdita acqua'],
    means: ['acqua', 'servizio idrico'],
    because: 'plain and technical',
  },
  { says: ['fogna', 'fognatura', 'scarico'], means: ['fognatura', 'allacciamento fognatura'], because: 'plain and technical' },
  {
    says: ['tagliare albero', 'potare', 'abbattere albero', 'albero'],
    means: ['abbattimento alberi', 'verde pubblico'],
    because: 'the act for the permission',
  },
  {
    says: ['cane', 'cani', 'cucciolo', 'labrador', 'microchip'],
    means: ['anagrafe canina', 'cani', 'animali affezione'],
    because: 'the registry has its own name',
  },
  {
    says: ['gatto', 'gatti', 'gattino', 'randagio', 'randagi'],
    means: ['animali', 'colonie feline', 'randagismo'],
    because: 'plain and technical',
  },
  {
    says: ['topi', 'ratti', 'zanzare', 'vespe', 'scarafaggi'],
    means: ['disinfestazione', 'derattizzazione'],
    because: 'the animal for the service',
  },
  {
    says: ['rumore', 'baccano', 'schiamazzi', 'musica alta', 'casino'],
    means: ['rumore', 'inquinamento acustico', 'disturbo'],
    because: 'plain and technical',
  },
  { says: ['orto', 'orti', 'orticello'], means: ['orti urbani', 'orti sociali'], because: 'the object for the service' },
  { says: ['funghi', 'raccolta funghi'], means: ['raccolta funghi', 'tesserino funghi'], because: 'the act for the permit' },
  { says: ['fuoco', 'falo', 'bruciare', 'abbruciamento'], means: ['abbruciamento', 'fuochi'], because: 'plain and technical' },
  // Help
  {
    says: ['anziano', 'anziani', 'nonno', 'nonna', 'vecchi', 'non autosufficiente'],
    means: ['anziani', 'assistenza domiciliare'],
    because: 'people and the service',
  },
  { says: ['badante', 'assistenza casa', 'aiuto domicilio'], means: ['assistenza domiciliare'], because: 'plain and technical' },
  {
    says: ['casa riposo', 'ricovero', 'rsa', 'ospizio'],
    means: ['casa riposo', 'residenza sanitaria', 'rsa'],
    because: 'names of the same place',
  },
  {
    says: ['disabile', 'disabilita', 'handicap', 'invalido', 'invalidita', '104', 'portatore handicap'],
    means: ['disabilita', 'disabili', 'invalidi'],
    because: 'older words are still searched for',
  },
  {
    says: ['poverta', 'soldi', 'senza lavoro', 'disoccupato', 'difficolta economica', 'arrivo fine mese', 'sussidio'],
    means: ['contributo economico', 'contributi economici', 'sostegno reddito'],
    because: 'the need for the help',
  },
  {
    says: ['assistente sociale', 'assistenti sociali'],
    means: ['servizi sociali', 'servizio sociale'],
    because: 'the person for the service',
  },
  { says: ['isee'], means: ['isee', 'situazione economica'], because: 'acronym and full name' },
  { says: ['bonus luce', 'bonus gas', 'bonus bollette', 'bonus energia'], means: ['bonus sociale'], because: 'name in the rule' },
  {
    says: ['violenza', 'picchia', 'maltratta', 'botte'],
    means: ['centro antiviolenza', 'violenza'],
    because: 'who writes this needs the right number first',
  },
  // Business
  {
    says: ['negozio', 'bottega', 'aprire attivita', 'aprire negozio'],
    means: ['suap', 'commercio', 'attivita commerciale'],
    because: 'the plan for the office',
  },
  {
    says: ['bar', 'ristorante', 'pizzeria'],
    means: ['somministrazione alimenti', 'pubblici esercizi'],
    because: 'the place for the licence',
  },
  {
    says: ['bancarella', 'mercato', 'ambulante', 'banco'],
    means: ['commercio aree pubbliche', 'mercato'],
    because: 'the object for the licence',
  },
  {
    says: ['affittacamere', 'airbnb', 'bed breakfast', 'casa vacanze'],
    means: ['strutture ricettive', 'locazioni turistiche'],
    because: 'brand and technical name',
  },
  {
    says: ['sagra', 'festa', 'evento', 'concerto', 'spettacolo'],
    means: ['manifestazioni', 'pubblico spettacolo', 'eventi'],
    because: 'the event for the licence',
  },
  {
    says: ['manifesti', 'volantini', 'cartellone', 'insegna', 'affissioni', 'pubblicita'],
    means: ['pubblicita', 'affissioni', 'canone unico'],
    because: 'the object for the permission',
  },
  { says: ['taxi', 'noleggio conducente', 'ncc'], means: ['taxi', 'noleggio conducente'], because: 'acronym and full name' },
  // Taking part
  {
    says: ['votare', 'voto', 'elezioni', 'seggio', 'scheda elettorale'],
    means: ['elettorale', 'elezioni'],
    because: 'the event for the office',
  },
  { says: ['tessera elettorale', 'tessera voto', 'certificato elettorale'], means: ['tessera elettorale'], because: 'older name' },
  { says: ['scrutatore', 'presidente seggio'], means: ['scrutatori', 'albo scrutatori'], because: 'the person for the register' },
  {
    says: ['vedere documenti', 'copia atti', 'accesso atti', 'accesso civico', 'trasparenza'],
    means: ['accesso atti', 'accesso civico'],
    because: 'plain and technical',
  },
  {
    says: ['segnalare', 'lamentela', 'reclamo', 'lamentarsi', 'protestare'],
    means: ['segnalazione', 'segnalazioni', 'reclami'],
    because: 'verb and noun',
  },
  { says: ['sindaco', 'assessore', 'parlare sindaco'], means: ['sindaco', 'appuntamento sindaco'], because: 'plain words' },
  {
    says: ['concorso', 'lavorare comune', 'assunzione', 'posto lavoro'],
    means: ['concorsi', 'bandi concorso', 'tirocini'],
    because: 'the wish for the notice',
  },
  { says: ['servizio civile', 'volontario', 'volontariato'], means: ['servizio civile', 'volontariato'], because: 'neighbouring things' },
  {
    says: ['associazione', 'associazioni', 'albo associazioni'],
    means: ['associazioni', 'albo associazioni'],
    because: 'register and its members',
  },
  {
    says: ['oggetti smarriti', 'perso portafoglio', 'smarrito', 'perso', 'smarrimento', 'rubato', 'furto'],
    means: ['smarrimento', 'oggetti smarriti', 'furto'],
    because: 'loss and theft go the same way',
  },
  { says: ['libro', 'libri', 'prestito', 'biblioteca'], means: ['biblioteca', 'prestito'], because: 'the object for the service' },
  { says: ['palestra', 'campo calcio', 'piscina', 'palazzetto'], means: ['impianti sportivi'], because: 'the place for the service' },
  {
    says: ['sala', 'salone', 'stanza riunioni', 'sala civica'],
    means: ['sale comunali', 'concessione sale'],
    because: 'the place for the service',
  },
  { says: ['wifi', 'wi fi', 'connessione gratuita'], means: ['wi fi', 'rete internet'], because: 'spelling' },
  { says: ['albo', 'albo pretorio', 'bacheca comune'], means: ['albo pretorio'], because: 'plain words' },
  { says: ['appuntamento', 'prenotare', 'prenotazione'], means: ['appuntamento', 'prenotazione'], because: 'verb and noun' },
  // Verbs whose nouns have another stem
  { says: ['iscrivere', 'iscriversi', 'iscrivo', 'iscrivermi', 'iscritto'], means: ['iscrizione', 'iscrizioni'], because: 'verb and noun' },
  { says: ['rinnovare', 'rifare', 'scaduta', 'scaduto'], means: ['rinnovo'], because: 'verb and noun' },
  { says: ['cambiare', 'modificare'], means: ['cambio', 'variazione'], because: 'verb and noun' },
  { says: ['disdire', 'disdetta', 'rinunciare', 'annullare'], means: ['rinuncia', 'disdetta', 'cessazione'], because: 'verb and noun' },
]
