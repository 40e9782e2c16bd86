// SPDX-License-Identifier: AGPL-3.0-or-later
import { data, redirect } from 'react-router'
import { DomainError, errorStatus, parseInput, signInRequest } from '@linea-comune/config'
import deskStyles from '../../styles/desk.css?url'
import type { Route } from './+types/sign-in-page'
import { deskCookie } from '../cookies'
import { toFault } from '../errors/sentences'
import { typedIn } from '../form-fields'
import { paths } from '../paths'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { deskErrors } from './desk-sentences'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

/** Only addresses of the desk: a link to the door must not lead out of the house. */
const ownAddress = (given: string | null): string =>
  given !== null && /^\/desk\/[\w./?=&%-]*$/.test(given) && !given.includes('//') ? given : paths.deskTickets()

export const loader = ({ request }: Route.LoaderArgs) => ({ verso: ownAddress(new URL(request.url).searchParams.get('verso')) })

export const action = async ({ request, context: { front } }: Route.ActionArgs) => {
  const fields = await request.formData()
  const email = typedIn(fields, 'email')
  try {
    const waitS = await front.limit('signIns')
    if (waitS !== null) throw new DomainError('too-many-attempts', { retryAfterS: waitS })
    const { session } = await front.cms('signIn', parseInput(signInRequest, { email, password: fields.get('password') }))
    return redirect(ownAddress(typedIn(fields, 'verso')), { status: 303, headers: { 'set-cookie': deskCookie(session, front.secure) } })
  } catch (error) {
    const fault = toFault(error)
    return data({ email, fault }, { status: errorStatus[fault.code] })
  }
}

export default function SignInPage({ loaderData: { verso }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenuto" className="lcd-door">
      <title>Accedi – Sportello</title>
      <div className="lcd-door-card">
        <p className="lcd-brand lcd-brand-door">
          <span className="lcd-brand-mark" aria-hidden="true">
            LC
          </span>
          Linea Comune
        </p>
        <h1 className="h3">Accedi allo sportello</h1>
        <p className="lc-muted">Per gli operatori del centro servizi e i referenti degli enti.</p>
        {actionData && (
          <Notice tone="danger" id="errori">
            <p>{actionData.fault.code === 'invalid-input' ? 'Scrivi e-mail e password.' : deskErrors[actionData.fault.code]}</p>
          </Notice>
        )}
        <form method="post" action={paths.deskSignIn()} className="lc-form" data-once noValidate>
          <input type="hidden" name="verso" value={verso} />
          <TextField
            name="email"
            type="email"
            label="E-mail"
            value={actionData?.email}
            autoComplete="username"
            spellCheck={false}
            maxLength={254}
            required
          />
          <TextField name="password" type="password" label="Password" autoComplete="current-password" maxLength={200} required />
          <button type="submit" className="btn btn-primary">
            Accedi
          </button>
        </form>
      </div>
    </main>
  )
}
