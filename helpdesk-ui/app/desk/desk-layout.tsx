// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, type ReactNode } from 'react'
import { Form, isRouteErrorResponse, Link, NavLink, Outlet, useLocation, useNavigation, useRouteLoaderData } from 'react-router'
import { errorCodes, type DeskUser, type ErrorCode } from '@linea-comune/config'
import deskStyles from '../../styles/desk.css?url'
import type { Route } from './+types/desk-layout'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { deskRead } from './desk-call'
import { deskErrors } from './desk-sentences'

export const handle = { application: true }

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const loader = async (args: Route.LoaderArgs) => {
  const user = await deskRead(args, 'whoAmI', {})
  return { user }
}

const DeskFrame = ({ user, children }: { user: DeskUser | null; children: ReactNode }) => {
  const busy = useNavigation().state !== 'idle'
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  // The browser does this for documents: a new page is read from its beginning.
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname])
  return (
    <>
      <div className="skiplinks">
        <a className="visually-hidden-focusable" href="#contenuto">
          Vai al contenuto
        </a>
      </div>
      <header className="lcd-top">
        <div className="lcd-top-inner">
          <Link className="lcd-brand" to={paths.deskTickets()}>
            <span className="lcd-brand-mark" aria-hidden="true">
              LC
            </span>
            <span className="lcd-brand-name">
              Linea Comune <span className="lcd-brand-sub">Sportello</span>
            </span>
          </Link>
          {user && (
            <nav aria-label="Sportello" className="lcd-nav">
              <NavLink to={paths.deskTickets()}>Richieste</NavLink>
              <NavLink to={paths.deskFigures()}>Andamento</NavLink>
              {user.permissions.includes('readDeliveries') && <NavLink to={paths.deskDeliveries()}>Consegne</NavLink>}
            </nav>
          )}
          {user && (
            <div className="lcd-user">
              <span className="lcd-user-name">
                <Icon name="it-user" className="icon-sm icon-white" /> <span>{user.name}</span>
              </span>
              <Form method="post" action={paths.deskSignOut()} reloadDocument>
                <button type="submit" className="lcd-exit">
                  Esci
                </button>
              </Form>
            </div>
          )}
        </div>
        <div className={busy ? 'lcd-progress lcd-progress-on' : 'lcd-progress'} aria-hidden="true" />
      </header>
      <main id="contenuto" className="lcd-main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </>
  )
}

export default function DeskLayout({ loaderData: { user } }: Route.ComponentProps) {
  return (
    <DeskFrame user={user}>
      <Outlet context={user} />
    </DeskFrame>
  )
}

const isCode = (value: unknown): value is ErrorCode => errorCodes.some((code) => code === value)

const codeOf = (error: unknown): ErrorCode => {
  if (!isRouteErrorResponse(error)) return 'internal'
  const details: unknown = error.data
  const code = typeof details === 'object' && details !== null && 'code' in details ? details.code : undefined
  return isCode(code) ? code : error.status === 404 ? 'not-found' : 'internal'
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => {
  const known = useRouteLoaderData<typeof loader>('desk/desk-layout')
  return (
    <DeskFrame user={known?.user ?? null}>
      <title>Errore – Sportello</title>
      <div className="lcd-empty">
        <h1 className="h3">Non è possibile mostrare questa pagina</h1>
        <p>{deskErrors[codeOf(error)]}</p>
        <p>
          <Link className="btn btn-primary" to={paths.deskTickets()}>
            Torna alle richieste
          </Link>
        </p>
      </div>
    </DeskFrame>
  )
}
