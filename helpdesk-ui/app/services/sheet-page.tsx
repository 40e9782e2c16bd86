// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { Route } from './+types/sheet-page'
import { askedIn } from '../answers/asked'
import { useEnte } from '../ente/ente-context'
import { orUnavailable, refusePage, requireEnte } from '../ente/require-ente'
import { inLocale, paths } from '../paths'
import { DataBlock } from '../ui/DataBlock'
import { SheetView } from './SheetView'
import { toGovernmentService } from './structured-data'

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const { front } = args.context
  const found = await front.knowledge.reader.sheet({ enteCode: ente.code, slug: args.params.slug, locale }).catch(orUnavailable('sheet'))
  if (found === null) return refusePage('not-found')
  const { page } = found
  const asked = askedIn(args.request)
  if (asked !== null && (await front.limit('opened')) === null)
    front.questions.add({ kind: 'opened', questionId: asked.questionId, at: new Date().toISOString(), documentId: page.documentId })
  const addressIn = (shown: Locale): string =>
    `${front.publicUrl}${inLocale(paths.service(ente.slug, page.slugs[shown] ?? page.slug), shown)}`
  return {
    sheet: page,
    asked,
    url: addressIn(page.locale),
    alternates: page.locales.map((shown) => ({ locale: shown, href: addressIn(shown) })),
  }
}

export default function SheetPage({ loaderData: { sheet, asked, url, alternates } }: Route.ComponentProps) {
  const ente = useEnte()
  return (
    <div className="container lc-page">
      <title>{`${sheet.title} – ${ente.name}`}</title>
      <meta name="description" content={sheet.summary} />
      <link rel="canonical" href={url} />
      {alternates.length > 1 &&
        alternates.map((other) => <link key={other.locale} rel="alternate" hrefLang={other.locale} href={other.href} />)}
      <DataBlock facts={toGovernmentService(sheet, ente, url)} />
      <SheetView sheet={sheet} asked={asked} />
    </div>
  )
}
