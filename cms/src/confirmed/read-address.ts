// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModelKind } from '@linea-comune/config'

interface Named {
  kind: ModelKind
  ente: string
  /** Of a sheet its slug, of a FAQ its documentId. */
  name: string
}

/** What an address of the site leads to, whole or without the host; null for any other page. */
export const readAddress = (address: string): Named | null => {
  if (!URL.canParse(address, 'https://site.invalid')) return null
  const { pathname, searchParams, hash } = new URL(address, 'https://site.invalid')
  const [ente = '', list, slug, more] = pathname.split('/').slice(1).map(decoded)
  if (list === 'servizi' && slug !== undefined && slug !== '' && (more ?? '') === '') return { kind: 'sheet', ente, name: slug }
  const question = searchParams.get('domanda') ?? decoded(hash.slice(1))
  return list === 'domande' && question !== '' ? { kind: 'faq', ente, name: question } : null
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
