// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'
import { composeEmail } from './layout'

interface ReviewDueFacts {
  to: EmailPayload['to']
  enteName: string
  /** Titles of what is to be read again, and since when. */
  due: readonly { title: string; reviewBy: string }[]
  panel: string
}

const day = (date: string): string =>
  new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** One message for everything that fell due, so that nobody learns to delete them unread. */
export const reviewDue = ({ to, enteName, due, panel }: ReviewDueFacts): EmailPayload =>
  composeEmail(to, `${enteName}: ${due.length === 1 ? 'una pagina da rivedere' : `${String(due.length)} pagine da rivedere`}`, 'it', [
    to.name === '' ? 'Buongiorno,' : `Buongiorno ${to.name},`,
    'è arrivato il giorno in cui volevate rileggere:',
    ...due.map(({ title, reviewBy }) => `• ${title} (entro il ${day(reviewBy)})`),
    'Se è ancora tutto giusto basta spostare avanti la data. I cittadini intanto continuano a vedere la pagina com’è.',
    { link: panel, label: 'Apri la redazione' },
  ])
