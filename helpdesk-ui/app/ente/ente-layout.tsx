// SPDX-License-Identifier: AGPL-3.0-or-later
import { Outlet, useLocation, useRouteLoaderData } from 'react-router'
import type { EntePage } from '@linea-comune/search'
import type { Route } from './+types/ente-layout'
import { WordsIn } from '../words'
import { EnteProvider, type EnteShown } from './ente-context'
import { EnteFrame } from './EnteFrame'
import { FailurePage } from './FailurePage'
import { NoEnteFrame } from './NoEnteFrame'
import { LeftPage } from './LeftPage'
import { leftEnteOf, requireEnte } from './require-ente'

const presentEnte = (ente: EntePage): EnteShown => ({
  code: ente.code,
  slug: ente.slug,
  name: ente.name,
  nameLocale: ente.nameLocale,
  kind: ente.kind,
  province: ente.province,
  summary: ente.summary,
  lifecycle: ente.lifecycle,
  address: ente.address,
  fiscalCode: ente.fiscalCode,
  phone: ente.phone,
  email: ente.email,
  pec: ente.pec,
  website: ente.website,
  hours: ente.hours,
  patronSaint: ente.patronSaint,
  languages: ente.languages,
  accessibilityUrl: ente.accessibilityUrl,
  privacyUrl: ente.privacyUrl,
})

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  return { ente: presentEnte(ente), locale }
}

const Framed = ({ ente, locale, children }: Route.ComponentProps['loaderData'] & { children: React.ReactNode }) => {
  const { pathname, search } = useLocation()
  return (
    <WordsIn locale={locale} enteName={ente.name}>
      <EnteProvider value={ente}>
        <EnteFrame path={pathname} search={search}>
          {children}
        </EnteFrame>
      </EnteProvider>
    </WordsIn>
  )
}

export default function EnteLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Framed {...loaderData}>
      <Outlet />
    </Framed>
  )
}

/** A page of an Ente that cannot be shown keeps the Ente around it, when the Ente itself is known. */
export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => {
  const known = useRouteLoaderData<typeof loader>('ente/ente-layout')
  const left = leftEnteOf(error)
  if (left !== undefined)
    return (
      <WordsIn locale={left.locale} enteName={left.name}>
        <NoEnteFrame>
          <LeftPage ente={left} />
        </NoEnteFrame>
      </WordsIn>
    )
  const page = <FailurePage error={error} enteSlug={known?.ente.slug} />
  return known === undefined ? <NoEnteFrame>{page}</NoEnteFrame> : <Framed {...known}>{page}</Framed>
}
