// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  canMove,
  isFinal,
  type AttemptOutcome,
  type DeliveryChannel,
  type DeliveryState,
  type DeskMove,
  type ErrorCode,
  type ForwardingState,
  type TicketMove,
  type TicketState,
} from '@linea-comune/config'

/** What the desk says when something is refused. */
export const deskErrors: Record<ErrorCode, string> = {
  'invalid-input': 'Controlla il testo: manca qualcosa o è troppo lungo.',
  'not-found': 'Non trovato. Forse il numero è sbagliato, o la richiesta non è tra quelle che puoi vedere.',
  'unknown-ente': 'Questo ente non fa parte della federazione.',
  'ente-not-active': 'Questo ente non partecipa al servizio in questo momento.',
  'ente-left': 'Questo ente ha lasciato il servizio.',
  'wrong-credentials': 'E-mail o password non corrette.',
  'signed-out': 'La sessione è finita: accedi di nuovo.',
  'not-allowed': 'Il tuo ruolo non permette questa operazione.',
  'too-many-attempts': 'Troppi tentativi. Aspetta qualche minuto e riprova.',
  'move-not-possible': 'Questa azione non è possibile nello stato in cui è ora la richiesta.',
  'changed-meanwhile': 'La richiesta è cambiata mentre la guardavi.',
  'submission-reused': 'Questo modulo è già stato inviato.',
  'link-expired': 'Il collegamento è scaduto.',
  'link-used': 'Il collegamento è già stato usato.',
  'no-channel': 'L’ufficio non ha un canale attivo: non c’è modo di raggiungerlo.',
  unavailable: 'Il back office non risponde. Riprova tra poco: quello che hai scritto è ancora qui.',
  internal: 'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.',
}

export const ticketStateNames: Record<TicketState, string> = {
  new: 'Nuova',
  in_progress: 'In lavorazione',
  waiting_citizen: 'In attesa del cittadino',
  forwarded: 'Inoltrata',
  answered: 'Risolta',
  closed: 'Chiusa',
}

/** The same of many, for lists. */
export const ticketStatePlurals: Record<TicketState, string> = {
  ...ticketStateNames,
  new: 'Nuove',
  forwarded: 'Inoltrate',
  answered: 'Risolte',
  closed: 'Chiuse',
}

export const forwardingStateNames: Record<ForwardingState, string> = {
  queued: 'In partenza',
  delivered: 'Consegnato',
  taken: 'Preso in carico',
  answered: 'Ha risposto',
  refused: 'Non di competenza',
  undeliverable: 'Non consegnato',
  withdrawn: 'Ritirato',
}

export const deliveryStateNames: Record<DeliveryState, string> = {
  queued: 'In coda',
  leased: 'In invio',
  accepted: 'Consegnata',
  dead: 'Non riuscita',
  cancelled: 'Annullata',
}

export const deliveryStatePlurals: Record<DeliveryState, string> = {
  ...deliveryStateNames,
  accepted: 'Consegnate',
  dead: 'Non riuscite',
  cancelled: 'Annullate',
}

export const channelNames: Record<DeliveryChannel, string> = { email: 'E-mail', webhook: 'Webhook' }

export const outcomeNames: Record<AttemptOutcome, string> = {
  accepted: 'Accettato',
  retry: 'Da ritentare',
  configuration: 'Configurazione da correggere',
  refused: 'Rifiutato',
}

export const moveNames: Record<DeskMove, string> = {
  take: 'Prendi in lavorazione',
  answer: 'Rispondi',
  askCitizen: 'Chiedi al cittadino',
  note: 'Nota interna',
  close: 'Chiudi',
  reopen: 'Riapri',
}

/** Done, for the message after a move. */
export const moveDone: Record<DeskMove | 'forward' | 'draft', string> = {
  take: 'La richiesta è in lavorazione.',
  answer: 'Risposta inviata al cittadino.',
  askCitizen: 'Domanda inviata al cittadino.',
  note: 'Nota aggiunta. La vedono solo le persone del centro.',
  close: 'La richiesta è chiusa.',
  reopen: 'La richiesta è di nuovo in lavorazione.',
  forward: 'La richiesta è stata inoltrata.',
  draft: 'La bozza della domanda frequente è pronta per la redazione.',
}

const lifecycleMove: Record<Exclude<DeskMove, 'note'>, TicketMove> = {
  take: 'take',
  answer: 'answer',
  askCitizen: 'askCitizen',
  close: 'close',
  reopen: 'reopen',
}

/** Why a move is not offered, to be read after its name: because of the state when the lifecycle says so, else because of who asks. */
export const whyNot = (state: TicketState, move: DeskMove | 'forward'): string => {
  const needed: TicketMove | null = move === 'note' ? null : move === 'forward' ? 'forward' : lifecycleMove[move]
  if (needed === null || canMove(state, needed)) return 'il tuo ruolo non lo permette.'
  if (move === 'take' && state === 'in_progress') return 'è già in lavorazione.'
  if (isFinal(state)) return 'la richiesta è conclusa.'
  if (move === 'close' || move === 'reopen') return 'si può fare quando la richiesta è risolta.'
  if (canMove(state, 'reopen')) return 'la richiesta è risolta. Riaprila per lavorarci ancora.'
  if (move === 'askCitizen' && state === 'waiting_citizen') return 'una domanda è già stata inviata, si aspetta la risposta.'
  return `non è possibile finché lo stato è «${ticketStateNames[state]}».`
}

const eventNames: Record<string, string> = {
  'ticket.received': 'Richiesta ricevuta',
  'ticket.taken': 'Presa in lavorazione',
  'ticket.forwarded': 'Inoltrata',
  'ticket.note_added': 'Nota interna',
  'ticket.citizen_asked': 'Domanda al cittadino',
  'ticket.citizen_replied': 'Messaggio del cittadino',
  'ticket.ente_took_charge': 'Presa in carico dall’ente',
  'ticket.ente_replied': 'Risposta dell’ente',
  'ticket.ente_refused': 'Restituita dall’ente',
  'ticket.answered': 'Risposta inviata',
  'ticket.reopened': 'Riaperta',
  'ticket.closed': 'Chiusa',
  'ticket.undeliverable': 'Consegna non riuscita',
  'ticket.faq_drafted': 'Preparata una domanda frequente',
  'request.forwarded': 'Inoltro all’ufficio',
  'request.citizen_replied': 'Messaggio del cittadino all’ufficio',
}

/** An event this page does not know yet is shown by its name rather than hidden. */
export const eventName = (type: string): string => eventNames[type] ?? type
