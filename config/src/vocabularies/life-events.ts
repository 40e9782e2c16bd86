// SPDX-License-Identifier: AGPL-3.0-or-later

import type { VocabularyTerm } from './term.js'

/** Life events of citizens, OntoPiA vocabulary (AgID, CC-BY 4.0). */
export const lifeEvents: readonly VocabularyTerm[] = [
  {
    code: '1',
    it: 'Iscrizione scuola/università e/o richiesta borsa di studio',
    en: 'Enrolling in school/university and/or applying for a study grant',
    de: 'Einschreibung in die Schule/Universität und/oder Bewerbung um ein Studienstipendium',
  },
  { code: '2', it: 'Invalidità', en: 'Disability', de: 'Behinderung / Unfähigkeit' },
  {
    code: '3',
    it: 'Ricerca di lavoro, avvio nuovo lavoro, disoccupazione',
    en: 'Looking for a job, starting a new job, becoming unemployed',
    de: 'Arbeit suchen, einen neuen Job beginnen, arbeitslos werden',
  },
  { code: '4', it: 'Pensionamento', en: 'Retirement', de: 'Pensionierung' },
  {
    code: '5',
    it: 'Richiesta o rinnovo patente',
    en: "Applying to a driver's licence (or renewing an existing one)",
    de: 'Beantragung eines Führerscheins (oder Erneuerung eines bestehenden Führerscheins)',
  },
  { code: '6', it: 'Registrazione/possesso veicolo', en: 'Registering/owning a vehicle', de: 'Fahrzeugregistrierung/-besitz' },
  { code: '7', it: 'Accesso al trasporto pubblico', en: 'Access to public transportation', de: 'Zugang zu öffentlichen Verkehrsmitteln' },
  {
    code: '8',
    it: 'Compravendita/affitto casa/edifici/terreni, costruzione o ristrutturazione casa/edificio',
    en: 'Buying/renting a house/building/land, building, renovating a house/building',
    de: 'Kaufen/Mieten eines Hauses/Gebäudes/Grundstücks, Bauen, Renovieren eines Hauses/Gebäudes',
  },
  {
    code: '9',
    it: 'Cambio di residenza/domicilio',
    en: 'Moving and changing address within one country',
    de: 'Wohnortwechsel/Domizilwechsel innerhalb eines Landes',
  },
  {
    code: '10',
    it: 'Espatrio per lavoro, studio, pensionamento',
    en: 'Moving or preparing to move to another country (e.g., to study, work, retire, ..)',
    de: 'Umzug oder Vorbereitung auf den Umzug in ein anderes Land (z. B. um zu studieren, arbeiten, in Rente gehen, ...)',
  },
  {
    code: '11',
    it: 'Richiesta passaporto, visto e assistenza viaggi internazionali',
    en: 'Needing a passport/visa or assistance to travel to another country',
    de: 'Benötigung eines Reisepasses / Visums oder Unterstützung bei der Reise in ein anderes Land',
  },
  {
    code: '12',
    it: 'Nascita di un bambino, richiesta adozioni',
    en: 'Declaring the birth of a child and/or applying for a birth grant',
    de: 'Die Geburt eines Kindes erklären und / oder einen Geburtszuschuss beantragen',
  },
  {
    code: '13',
    it: 'Matrimonio e/o cambio stato civile',
    en: 'Marrying and/or changing martal status',
    de: 'Heirat und/oder Änderung des Familienstandes',
  },
  {
    code: '14',
    it: 'Morte ed eredità',
    en: 'Death of a close relative and/or starting an inheritance procedure',
    de: 'Tod eines nahen Verwandten und/oder Einleitung eines Erbschaftsverfahrens',
  },
  {
    code: '15',
    it: 'Prenotazione e disdetta visite/esami',
    en: "Making/cancelling a doctor's appointment",
    de: 'Einen Arzttermin vereinbaren / absagen',
  },
  {
    code: '16',
    it: 'Denuncia crimini',
    en: 'Reporting a crime (smaller offences, e.g., theft, burglary, etc)',
    de: 'Meldung einer Straftat (kleinere Straftaten, z.B. Diebstahl, Einbruchdiebstahl, usw.)',
  },
  {
    code: '17',
    it: 'Dichiarazione dei redditi, versamento e riscossione tributi/imposte e contributi',
    en: 'Declaring income taxes, paying contributions',
    de: 'Einkommenssteuer erklären, Beiträge bezahlen',
  },
  { code: '18', it: 'Accesso luoghi della cultura', en: 'Access to public cultural sites', de: 'Zugang zu öffentlichen Kulturstätten' },
  {
    code: '19',
    it: 'Possesso, cura, smarrimento animale da compagnia',
    en: 'Owning, taking care, losing pets',
    de: 'Besitz, Pflege, Verlust von Haustieren',
  },
]
