// SPDX-License-Identifier: AGPL-3.0-or-later
import { pipeline, Readable } from 'node:stream'
import Assembler from 'stream-json/assembler.js'
import { parser, type Token } from 'stream-json/parser.js'
import { FileFault, wholeText, type TextFile } from './text-file'

/** What stands at the root of a file: an item of a list under some key, an item of a list that is the root, or a plain value under a key. */
export interface JsonItem {
  key: string | null
  /** Position in its list from 1; null when the value stands under the key itself. */
  at: number | null
  value: unknown
}

const opens: ReadonlySet<Token['name']> = new Set(['startObject', 'startArray'])
const closes: ReadonlySet<Token['name']> = new Set(['endObject', 'endArray'])

/** No row of any format is nested so deep; what is would end the run where something walks through it. */
export const deepest = 100
export const tooDeep = `non è in nessuno dei formati previsti: ha più di ${String(deepest)} livelli, uno dentro l’altro`

/** A JSON file item by item; no more of it is in memory than one. */
export const jsonItems = async function* (file: TextFile): AsyncGenerator<JsonItem> {
  // Errors reach the loop, which reads the last of the two.
  const tokens = pipeline(Readable.from(file.chunks()), parser.asStream({ packValues: true, streamValues: false }), () => undefined)
  const items = new ItemsOfRoot()
  try {
    for await (const token of tokens) {
      const item = items.take(token as Token)
      if (item !== null) yield item
    }
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault(await explainBroken(file, error))
  }
}

class ItemsOfRoot {
  private depth = 0
  private rootIsList = false
  private key: string | null = null
  private inList = false
  private at = 0
  private readonly value = new Assembler()
  private building = false
  private nesting = 0

  take(token: Token): JsonItem | null {
    if (!this.building && this.isFrame(token)) return null
    this.building = true
    if (opens.has(token.name) && ++this.nesting > deepest) throw new FileFault(tooDeep)
    if (closes.has(token.name)) this.nesting--
    this.value.consume(token)
    if (!this.value.done) return null
    this.building = false
    return { key: this.rootIsList ? null : this.key, at: this.inList ? ++this.at : null, value: this.value.current }
  }

  /** Whether a token belongs to the root or to one of its lists, not to an item. */
  private isFrame(token: Token): boolean {
    const { name } = token
    if (name === 'keyValue') {
      this.key = token.value
      return true
    }
    if (closes.has(name)) {
      this.depth--
      if (name === 'endArray') this.inList = false
      return true
    }
    const isRoot = this.depth === 0 && opens.has(name)
    const isList = name === 'startArray' && !this.inList && (this.depth === 0 || (this.depth === 1 && !this.rootIsList))
    if (!isRoot && !isList) return false
    if (isRoot) this.rootIsList = name === 'startArray'
    if (isList) {
      this.inList = true
      this.at = 0
    }
    this.depth++
    return true
  }
}

/** Above this the whole text is not read again for the sake of a better sentence. */
const smallEnoughBytes = 20 * 1024 * 1024

const explainBroken = async (file: TextFile, error: unknown): Promise<string> => {
  if (file.sizeBytes > smallEnoughBytes) return `non è JSON valido: ${error instanceof Error ? error.message : String(error)}`
  const text = await wholeText(file)
  try {
    JSON.parse(text)
  } catch (parseError) {
    return `non è JSON valido: ${whereInText(text, parseError)}`
  }
  return `non si può leggere (${String(error)})`
}

const whereInText = (text: string, error: unknown): string => {
  const message = String(error)
  const at = /position (\d+)/.exec(message)?.[1]
  if (at !== undefined && Number(at) < text.trimEnd().length)
    return `c’è un segno fuori posto nella riga ${String(text.slice(0, Number(at)).split('\n').length)}`
  // Newer engines quote the text around it instead.
  const around = /"([^]*)"(?:\.{3})? is not valid JSON/.exec(message)?.[1]?.replace(/^\.{3}"?|"?\.{3}$/g, '')
  return around === undefined || at !== undefined
    ? 'il testo finisce prima del previsto'
    : `c’è un segno fuori posto vicino a «${around.replace(/\s+/g, ' ').slice(0, 80)}»`
}
