// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections, type SheetSectionKey } from '@linea-comune/config'
import { isNothing, isPlaceholder } from '../text/suspicious-text'

export type Sections = Partial<Record<SheetSectionKey, string>>

/** Letters and figures alone: what two texts have in common that only differ in how they are set. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Names under which sites have the sections of the Modello Comuni, beside its own. */
const alsoCalled: Record<string, SheetSectionKey> = {
  'a chi si rivolge': 'audience',
  destinatari: 'audience',
  'come si fa': 'howTo',
  'come funziona': 'howTo',
  'documentazione necessaria': 'needed',
  'documenti necessari': 'needed',
  tempi: 'times',
  scadenze: 'times',
  'tempi e scadenza': 'times',
  costo: 'costs',
  'quanto costa': 'costs',
  'accedi al servizio online': 'access',
  requisiti: 'constraints',
  descrizione: 'furtherInfo',
  'condizioni del servizio': 'conditions',
  'termini e condizioni di servizio': 'conditions',
  uffici: 'contacts',
}
const sectionNames = new Map<string, SheetSectionKey>([
  ...sheetSections.map(({ key, heading }): [string, SheetSectionKey] => [fold(heading.it), key]),
  ...Object.entries(alsoCalled),
])

export const sectionCalled = (name: string): SheetSectionKey | undefined => sectionNames.get(fold(name))

/** How a text begins that says what one needs: most sites publish little more of a service. */
const saysWhatIsNeeded =
  /necessari|occorr|\bserv(?:e|ono)\b|assicurati di avere|essere in possesso|document|modul|copia|allega|certificat|attestazion|dichiarazion|\b(?:isee|spid|cie)\b/i
const beginningLength = 160

/** The pieces that a collector joined, each once and without those that say nothing. */
export const piecesOf = (text: string): string[] => {
  const seen = new Set<string>()
  return text
    .split(/\s*(?:\||\n)\s*/)
    .map((piece) => piece.replace(/^[·●•*–-]\s*/, '').trim())
    .filter((piece) => {
      const folded = fold(piece)
      if (folded === '' || seen.has(folded) || isNothing(piece) || isPlaceholder(piece)) return false
      seen.add(folded)
      return true
    })
}

/** Pieces under the headings that they carry; what stands under none is what one needs, or further information. */
export const toSections = (pieces: readonly string[]): Sections => {
  const parts = new Map<SheetSectionKey, string[]>()
  let section: SheetSectionKey | undefined
  for (const piece of pieces) {
    const [head = '', ...rest] = piece.split(/:\s+/)
    const named = sectionCalled(rest.length === 0 ? piece : head)
    const own = named === undefined ? piece : rest.join(': ')
    section = named ?? section ?? (saysWhatIsNeeded.test(pieces.join(' ').slice(0, beginningLength)) ? 'needed' : 'furtherInfo')
    if (own !== '') parts.set(section, [...(parts.get(section) ?? []), own])
  }
  return Object.fromEntries([...parts].map(([key, own]) => [key, toMarkdown(own)]))
}

const longestItem = 200

/** What follows a colon is a list, and so are short pieces; long ones are paragraphs. */
const toMarkdown = (pieces: readonly string[]): string => {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const short = pieces.every((piece) => piece.length <= longestItem)
  let inList = short && !pieces.some((piece) => piece.endsWith(':'))
  const blocks: string[] = []
  for (const piece of pieces) {
    const introduces = piece.endsWith(':')
    const isItem = inList && !introduces && (piece.length <= longestItem || /^\p{Ll}/u.test(piece))
    const last = blocks.at(-1)
    if (isItem && last?.startsWith('- ') === true) blocks[blocks.length - 1] = `${last}\n- ${piece}`
    else blocks.push(isItem ? `- ${piece}` : piece)
    if (introduces) inList = true
  }
  return blocks.join('\n\n')
}
