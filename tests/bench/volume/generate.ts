// SPDX-License-Identifier: AGPL-3.0-or-later
import { openSqlite, type Sqlite } from '../../support/sqlite.js'

export interface Volume {
  enti: number
  sheets: number
  /** Of them, those of the Ente whose editor works. */
  ofEditor: number
}

const idOf = (kind: string, n: number): string => `${kind}${String(n).padStart(24 - kind.length, '0')}`
const at = Date.parse('2026-01-01T00:00:00Z')

const subjects = [
  'Carta d’identità',
  'Cambio di residenza',
  'Mensa scolastica',
  'Permesso ZTL',
  'Occupazione di suolo',
  'Certificato di nascita',
  'Tassa sui rifiuti',
  'Trasporto scolastico',
  'Asilo nido',
  'Passo carrabile',
]
const paragraph =
  'Prenota un appuntamento allo sportello oppure compila la domanda online con SPID o CIE, allegando i documenti richiesti. '

/** Writes Enti, offices and sheets straight to the tables that Strapi made, in one transaction: as many as a national federation may have. */
export const generate = (dataDir: string, { enti, sheets, ofEditor }: Volume): void => {
  const database = openSqlite(dataDir)
  try {
    database.pragma('foreign_keys = OFF')
    database.exec('BEGIN IMMEDIATE')
    const codes = writeEnti(database, enti)
    const offices = writeOffices(database, codes.slice(0, 2000))
    writeSheets(database, { codes, offices, sheets, ofEditor })
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

const insert = (database: Sqlite, table: string, columns: readonly string[]) =>
  database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)

const nextId = (database: Sqlite, table: string): number =>
  ((database.prepare(`select max(id) as id from ${table}`).get() as { id: number | null }).id ?? 0) + 1

/** One in four takes part; the others are known out of the national index. */
const writeEnti = (database: Sqlite, count: number): string[] => {
  const write = insert(database, 'enti', [
    'document_id',
    'code',
    'slug',
    'name',
    'kind',
    'province',
    'lifecycle',
    'languages',
    'created_at',
    'updated_at',
    'published_at',
  ])
  const codes = ['c_a', 'c_b', 'c_c']
  for (let n = codes.length; n < count; n++) {
    const code = `c_v${String(n)}`
    write.run(
      idOf('e', n),
      code,
      `comune-${String(n)}`,
      `Comune di Prova ${String(n)}`,
      'comune',
      'TN',
      n < 2000 ? 'active' : 'known',
      '["it"]',
      at,
      at,
      at,
    )
    codes.push(code)
  }
  return codes
}

const officesEach = 5

const writeOffices = (database: Sqlite, codes: readonly string[]): Map<string, number[]> => {
  const columns = ['id', 'document_id', 'name', 'slug', 'kind', 'ente_code', 'created_at', 'updated_at', 'published_at']
  const write = insert(database, 'offices', columns)
  let id = nextId(database, 'offices')
  const offices = new Map<string, number[]>()
  for (const code of codes) {
    const own: number[] = []
    for (let n = 0; n < officesEach; n++) {
      write.run(
        id,
        idOf('o', id),
        `Ufficio ${['Anagrafe', 'Tributi', 'Scuola', 'Tecnico', 'Sociale'][n] ?? ''} ${code}`,
        `ufficio-${String(id)}`,
        'ufficio',
        code,
        at,
        at,
        at,
      )
      own.push(id++)
    }
    offices.set(code, own)
  }
  return offices
}

interface SheetsToWrite {
  codes: readonly string[]
  offices: Map<string, number[]>
  sheets: number
  ofEditor: number
}

const writeSheets = (database: Sqlite, { codes, offices, sheets, ofEditor }: SheetsToWrite): void => {
  const texts = ['summary', 'audience', 'how_to', 'needed', 'outcome', 'times', 'costs', 'access', 'contacts']
  const write = insert(database, 'service_sheets', [
    'id',
    'document_id',
    'title',
    'slug',
    ...texts,
    'keywords',
    'active',
    'ente_code',
    'external_id',
    'content_hash',
    'locale',
    'created_at',
    'updated_at',
    'published_at',
  ])
  const linkOffice = insert(database, 'service_sheets_offices_lnk', ['service_sheet_id', 'office_id', 'office_ord'])
  const linkTopic = insert(database, 'service_sheets_topics_lnk', ['service_sheet_id', 'topic_id', 'topic_ord'])
  const topics = (database.prepare('select id from topics').all() as { id: number }[]).map((topic) => topic.id)
  let id = nextId(database, 'service_sheets')
  for (let n = 0; n < sheets; n++) {
    const code = n < ofEditor ? 'c_a' : (codes[1 + (n % 1999)] ?? 'c_b')
    const title = `${subjects[n % subjects.length] ?? ''} ${String(n)}`
    const changed = at + n * 1000
    const values = texts.map((_, part) => paragraph.repeat(1 + ((n + part) % 4)))
    const own = offices.get(code) ?? []
    // Four in five are published, as a draft and a published row; of them one in ten has changes under way.
    const published = n % 5 !== 0
    for (const publishedAt of published ? [null, changed] : [null]) {
      const updatedAt = publishedAt === null && published && n % 10 === 1 ? changed + 500 : changed
      write.run(
        id,
        idOf('s', n),
        title,
        `scheda-${String(n)}`,
        ...values,
        '["prova"]',
        1,
        code,
        `v${String(n)}`,
        'x',
        'it',
        changed,
        updatedAt,
        publishedAt,
      )
      const office = own[n % officesEach]
      if (office !== undefined) linkOffice.run(id, office, 1)
      linkTopic.run(id, topics[n % topics.length], 1)
      id++
    }
  }
}
