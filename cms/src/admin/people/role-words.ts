// SPDX-License-Identifier: AGPL-3.0-or-later
import { roleMay, type Role } from '@linea-comune/config'

const sentences: readonly { says: string; when: (role: Role) => boolean }[] = [
  { says: 'Scrive e pubblica le schede e le domande frequenti dell’Ente.', when: (role) => roleMay(role, 'publishContent') },
  {
    says: 'Scrive in bozza le schede e le domande frequenti dell’Ente: le pubblica un’altra persona.',
    when: (role) => roleMay(role, 'writeContent') && !roleMay(role, 'publishContent'),
  },
  { says: 'Adotta i modelli e risponde agli aggiornamenti.', when: (role) => roleMay(role, 'adoptModels') },
  { says: 'Cura recapiti e orari dell’Ente.', when: (role) => roleMay(role, 'editEnte') },
  {
    says: 'Risponde, nello sportello, alle richieste che il centro inoltra all’Ente.',
    when: (role) => roleMay(role, 'readOwnTickets'),
  },
]

/** What a role does, told from what it may do. */
export const roleSentence = (role: Role): string =>
  sentences
    .filter(({ when }) => when(role))
    .map(({ says }) => says)
    .join(' ')
