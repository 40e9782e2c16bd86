// SPDX-License-Identifier: AGPL-3.0-or-later

import type { VocabularyTerm } from './term.js'

/** The 15 service categories of the Modello Comuni, numbered as OntoPiA subject-matters (AgID, CC-BY 4.0). */
export const serviceCategories: readonly VocabularyTerm[] = [
  { code: '1', it: 'Educazione e formazione', en: 'Education and training', de: 'Bildung und Ausbildung' },
  { code: '2', it: 'Salute, benessere e assistenza', en: 'Health, well-being and care', de: 'Gesundheit, Wohlbefinden und Betreuung' },
  { code: '3', it: 'Vita lavorativa', en: 'Working life', de: 'Arbeitsleben' },
  { code: '4', it: 'Mobilità e trasporti', en: 'Mobility and transport', de: 'Mobilität und Verkehr' },
  { code: '5', it: 'Catasto e urbanistica', en: 'Land registry and planning', de: 'Kataster und Raumordnung' },
  { code: '6', it: 'Anagrafe e stato civile', en: 'Registry and civil status', de: 'Meldeamt und Standesamt' },
  { code: '7', it: 'Turismo', en: 'Tourism', de: 'Tourismus' },
  { code: '8', it: 'Giustizia e sicurezza pubblica', en: 'Justice and public safety', de: 'Justiz und öffentliche Sicherheit' },
  { code: '9', it: 'Tributi, finanze e contravvenzioni', en: 'Taxes, finance and fines', de: 'Abgaben, Finanzen und Strafzettel' },
  { code: '10', it: 'Cultura e tempo libero', en: 'Culture and leisure', de: 'Kultur und Freizeit' },
  { code: '11', it: 'Ambiente', en: 'Environment', de: 'Umwelt' },
  { code: '12', it: 'Imprese e commercio', en: 'Business and trade', de: 'Unternehmen und Handel' },
  { code: '13', it: 'Autorizzazioni', en: 'Permits', de: 'Genehmigungen' },
  { code: '14', it: 'Appalti pubblici', en: 'Public procurement', de: 'Öffentliche Aufträge' },
  { code: '15', it: 'Agricoltura e pesca', en: 'Farming and fishing', de: 'Landwirtschaft und Fischerei' },
]
