// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'
import { composeEmail } from './layout'

export const citizenReplied = (facts: { to: EmailPayload['to']; number: string; text: string }): EmailPayload =>
  composeEmail(facts.to, `Nuovo messaggio per la richiesta ${facts.number}`, 'it', [
    `Buongiorno, per la richiesta ${facts.number} il cittadino ha scritto ancora:`,
    { quote: facts.text },
    'Potete rispondere dal collegamento ricevuto con la richiesta.',
  ])
