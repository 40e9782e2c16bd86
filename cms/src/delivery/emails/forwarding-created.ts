// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'
import { composeEmail } from './layout'

interface ForwardingFacts {
  to: EmailPayload['to']
  enteName: string
  number: string
  citizenName: string
  /** What was written so far, oldest first. */
  thread: readonly string[]
  note: string
  link: string
  expiresAt: string
}

const day = (iso: string): string => new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(new Date(iso))

export const forwardingCreated = (facts: ForwardingFacts): EmailPayload =>
  composeEmail(facts.to, `Richiesta ${facts.number} per ${facts.to.name}`, 'it', [
    `Buongiorno, il centro servizi vi inoltra la richiesta ${facts.number}, che riguarda ${facts.enteName}.`,
    ...(facts.note === '' ? [] : ['Nota del centro servizi:', { quote: facts.note }]),
    `${facts.citizenName} ha scritto:`,
    ...facts.thread.map((quote) => ({ quote })),
    'Da questa pagina potete prenderla in carico, rispondere o dire che non è di vostra competenza, senza registrarvi:',
    { link: facts.link, label: 'Apri la richiesta' },
    `Il collegamento vale fino al ${day(facts.expiresAt)}. Chi lo ha può leggere la richiesta: inoltratelo soltanto ai colleghi che se ne occupano.`,
  ])
