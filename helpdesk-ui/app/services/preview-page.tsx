// SPDX-License-Identifier: AGPL-3.0-or-later
import { internalCalls } from '@linea-comune/config'
import type { FaqPage, SheetPage } from '@linea-comune/search'
import type { Route } from './+types/preview-page'
import { useEnte } from '../ente/ente-context'
import { refusePage, requireEnte } from '../ente/require-ente'
import { Notice } from '../ui/Notice'
import { RichText } from '../ui/RichText'
import { SheetView } from './SheetView'

/** A draft, by a signed address that its editor was given. In Italian: its readers work for the Ente. */
export const loader = async (args: Route.LoaderArgs) => {
  const { ente } = await requireEnte(args)
  const asked = internalCalls.readPreview.request.safeParse({ token: args.params.token, ente: ente.code })
  if (!asked.success) return refusePage('not-found')
  const { page } = await args.context.front.cms('readPreview', asked.data)
  if (page === null) return refusePage('not-found')
  // The back office makes it with the function that makes the index.
  return { page: page as unknown as SheetPage | FaqPage }
}

export const headers = (): HeadersInit => ({ 'cache-control': 'no-store' })

export default function PreviewPage({ loaderData: { page } }: Route.ComponentProps) {
  const ente = useEnte()
  const heading = page.kind === 'sheet' ? page.title : page.question
  return (
    <div className="container lc-page">
      <title>{`Anteprima: ${heading} – ${ente.name}`}</title>
      <Notice tone="warning" title="Anteprima di una bozza">
        <p lang="it">I cittadini non la vedono finché non viene pubblicata.</p>
      </Notice>
      {page.kind === 'sheet' ? (
        <SheetView sheet={page} />
      ) : (
        <>
          <h1>{page.question}</h1>
          <RichText html={page.answer.html} />
        </>
      )}
    </div>
  )
}
