// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from 'react-router'
import bootstrapItalia from '../dist/kit/bootstrap-italia.css?url'
import enhance from '../dist/kit/enhance.js?url&no-inline'
import favicon from '../styles/favicon.svg?url&no-inline'
import fonts from '../styles/fonts.css?url'
import site from '../styles/site.css?url'
import type { Route } from './+types/root'
import { defaultLocale } from '@linea-comune/config'
import type { loader as enteLoader } from './ente/ente-layout'
import type { loader as entiLoader } from './enti/enti-page'
import { FailurePage } from './ente/FailurePage'
import { NoEnteFrame } from './ente/NoEnteFrame'
import { useNonce } from './nonce'
import { paths } from './paths'

/** A route whose `handle` says so is an application in the browser; all others are documents, complete as they arrive. */
const isApplication = (handle: unknown): boolean => typeof handle === 'object' && handle !== null && 'application' in handle

export const links: Route.LinksFunction = () => [
  { rel: 'icon', type: 'image/svg+xml', href: favicon },
  { rel: 'stylesheet', href: fonts },
  { rel: 'stylesheet', href: bootstrapItalia },
  { rel: 'stylesheet', href: site },
]

export const Layout = ({ children }: { children: ReactNode }) => {
  const matches = useMatches()
  const application = matches.some((match) => isApplication(match.handle))
  const ente = useRouteLoaderData<typeof enteLoader>('ente/ente-layout')
  const enti = useRouteLoaderData<typeof entiLoader>('enti/enti-page')
  const nonce = useNonce()
  const locale = ente?.locale ?? enti?.locale ?? defaultLocale
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {ente && <link rel="stylesheet" href={paths.theme(ente.ente.slug)} />}
        {!application && <script src={enhance} type="module" async />}
      </head>
      <body className={application ? 'lc-desk' : 'lc-site'}>
        {children}
        {application && <ScrollRestoration nonce={nonce} />}
        {application && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => (
  <NoEnteFrame>
    <FailurePage error={error} />
  </NoEnteFrame>
)
