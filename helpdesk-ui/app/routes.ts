// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, route, type RouteConfig } from '@react-router/dev/routes'

/** The whole site. */
export default [
  index('enti/enti-page.tsx'),
  route('inoltri/:token', 'links/link-page.tsx'),

  route('desk/accesso', 'desk/sign-in-page.tsx'),
  route('desk/uscita', 'desk/sign-out.ts'),
  route('desk/risposte', 'desk/desk-answers.ts'),
  route('desk', 'desk/desk-layout.tsx', [
    index('desk/desk-home.ts'),
    route('richieste', 'desk/queue-page.tsx'),
    route('richieste/:number', 'desk/desk-ticket-page.tsx'),
    route('andamento', 'desk/figures-page.tsx'),
    route('consegne', 'desk/deliveries-page.tsx'),
    route('consegne/:id', 'desk/delivery-page.tsx'),
    route('*', 'desk/desk-not-found.tsx'),
  ]),

  route(':ente', 'ente/ente-layout.tsx', [
    index('home/home-page.tsx'),
    route('risposte', 'answers/answers-page.tsx'),
    route('servizi', 'services/services-page.tsx'),
    route('servizi/:slug', 'services/sheet-page.tsx'),
    route('anteprima/:token', 'services/preview-page.tsx'),
    route('domande', 'faqs/faqs-page.tsx'),
    route('uffici', 'offices/offices-page.tsx'),
    route('uffici/:slug', 'offices/office-page.tsx'),
    route('richieste', 'tickets/find-ticket-page.tsx'),
    route('richieste/nuova', 'tickets/new-ticket-page.tsx'),
    route('richieste/:number', 'tickets/ticket-page.tsx'),
    route('note-legali', 'legal/legal-notes-page.tsx'),
    route('privacy', 'legal/privacy-page.tsx'),
    route('*', 'ente/ente-not-found.tsx'),
  ]),
  route('*', 'ente/not-found.tsx'),
] satisfies RouteConfig
