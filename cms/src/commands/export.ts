// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importLists, type ImportList } from '@linea-comune/config'
import { FolderNotOurs } from '../export/claim-folder'
import { writeExport, type ExportResult } from '../export/write-export'
import { settings } from '../settings'
import { tell } from './progress-line'
import { say } from './say'
import { withStrapi } from './with-strapi'

const usage = 'Uso: npm run export -- --ente CODICE | --federation [--drafts] [--to CARTELLA]\n'

interface Arguments {
  /** Null is the federation. */
  code: string | null
  drafts: boolean
  to?: string
}

const readArguments = (): Arguments | { fault: string } => {
  try {
    const { values } = parseArgs({
      options: {
        ente: { type: 'string' },
        federation: { type: 'boolean', default: false },
        drafts: { type: 'boolean', default: false },
        to: { type: 'string' },
      },
    })
    const ente = values.ente?.trim() ?? ''
    if ((ente === '') === !values.federation) return { fault: 'Di’ che cosa esportare: --ente CODICE, oppure --federation.' }
    return { code: values.federation ? null : ente, drafts: values.drafts, ...(values.to !== undefined && { to: values.to }) }
  } catch (error) {
    const unknown = /'(-[^' ]+)/.exec(String(error))?.[1]
    return { fault: unknown === undefined ? 'Gli argomenti non sono giusti.' : `L’opzione ${unknown} non esiste o manca del suo valore.` }
  }
}

const listNames: Record<ImportList, string> = {
  enti: 'Enti',
  places: 'Luoghi',
  contactPoints: 'Punti di contatto',
  offices: 'Uffici',
  sheets: 'Schede',
  faqs: 'Domande',
  words: 'Parole dei cittadini',
}

const print = ({ file, counts, drafts, attachments, warnings }: ExportResult, asked: Arguments): void => {
  say(`Esportazione terminata: ${file}`)
  say('')
  for (const list of importLists) say(`${listNames[list].padEnd(19)}${String(counts[list]).padStart(8)}`)
  say(`${'Allegati'.padEnd(19)}${String(attachments).padStart(8)}`)
  say('')
  say(asked.drafts ? `Bozze comprese: ${String(drafts)}.` : 'Le bozze non ci sono: per averle aggiungi --drafts.')
  for (const warning of warnings) say(`Avviso: ${warning}`)
}

const run = async (): Promise<number> => {
  const asked = readArguments()
  if ('fault' in asked) {
    tell(`${asked.fault}\n${usage}`)
    return 2
  }
  const { env, dataDir } = settings()
  const folder =
    asked.to === undefined
      ? path.join(dataDir, 'export', asked.code ?? 'federazione')
      : path.resolve(env.callerDir ?? process.cwd(), asked.to)
  return withStrapi(async (strapi) => {
    const { code } = asked
    if (code !== null && (await strapi.db.query('api::ente.ente').count({ where: { code } })) === 0) {
      tell(`L’Ente ${code} non esiste.\n`)
      return 2
    }
    try {
      print(await writeExport(strapi, { code, drafts: asked.drafts }, folder), asked)
      return 0
    } catch (error) {
      if (!(error instanceof FolderNotOurs)) throw error
      tell(`${error.message}\n`)
      return 2
    }
  })
}

void run().then(
  (status) => process.exit(status),
  (error: unknown) => {
    tell(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(2)
  },
)
