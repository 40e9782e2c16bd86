// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'
import { composeEmail } from './layout'

interface PersonInvitedFacts {
  to: EmailPayload['to']
  enteName: string
  roleName: string
  /** Where the account gets its password; null when the person has an account already. */
  link: string | null
  panel: string
}

/** To people who work for an Ente, in Italian like the panel. */
export const personInvited = ({ to, enteName, roleName, link, panel }: PersonInvitedFacts): EmailPayload =>
  composeEmail(to, `${enteName}: il tuo accesso a Linea Comune`, 'it', [
    to.name === '' ? 'Buongiorno,' : `Buongiorno ${to.name},`,
    `${enteName} ti ha affidato il ruolo «${roleName}» in Linea Comune, il servizio con cui l’Ente risponde ai suoi cittadini.`,
    ...(link === null
      ? [{ link: panel, label: 'Hai già un account: entra come sempre' }]
      : [{ link, label: 'Scegli la tua password e comincia' }, 'Il collegamento è solo per te: non inoltrarlo.']),
    'Se non ti aspettavi questo messaggio, parlane con il centro servizi.',
  ])
