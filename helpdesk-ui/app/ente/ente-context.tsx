// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, use } from 'react'
import type { EntePage } from '@linea-comune/search'
import { useLocale } from '../words'
import { inLocale } from '../paths'

/** What pages show of an Ente. */
export type EnteShown = Pick<
  EntePage,
  | 'code'
  | 'slug'
  | 'name'
  | 'nameLocale'
  | 'kind'
  | 'province'
  | 'summary'
  | 'lifecycle'
  | 'address'
  | 'fiscalCode'
  | 'phone'
  | 'email'
  | 'pec'
  | 'website'
  | 'hours'
  | 'patronSaint'
  | 'languages'
  | 'accessibilityUrl'
  | 'privacyUrl'
>

const EnteContext = createContext<EnteShown | null>(null)
export const EnteProvider = EnteContext

export const useEnte = (): EnteShown => {
  const ente = use(EnteContext)
  if (ente === null) throw new Error('useEnte outside an Ente’s pages')
  return ente
}

/** Links stay in the language that is being read. */
export const useTo = (): ((path: string) => string) => {
  const locale = useLocale()
  return (path) => inLocale(path, locale)
}
