// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import type { AskedQuestion, QuestionEvent } from '@linea-comune/config'
import { connectBackOffice } from '../support/back-office.js'
import { enterPanel } from '../support/panel-browser.js'
import type { System } from '../support/system.js'

const operator = 'operatrice@lineacomune.example'
const editor = 'redazione@comune.valdombra.example'
const inVain = [
  'Posso adottare una panchina del lungolago con una targhetta?',
  'come si adotta una panchina',
  'Il mio vicino tiene un gallo che canta alle quattro: si può fare qualcosa senza andare per avvocati e senza litigare con tutta la frazione?',
  'sono Mario Rossi, vorrei un banco al mercatino delle pulci di dicembre',
  'mercatino pulci come partecipo',
  'chi ripara la fontana della piazza?',
  'che tempo farà domenica',
]
const weekMs = 7 * 86_400_000

interface Matter extends Pick<AskedQuestion, 'matter' | 'need' | 'topic' | 'text'> {
  ente: string
}

const matters: Matter[] = [
  {
    ente: 'c_zz02',
    matter: 'need:carta-identita',
    need: 'carta d’identità elettronica',
    text: 'Quanto dura la carta d’identità?',
    topic: 'Anagrafe',
  },
  { ente: 'c_zz02', matter: 'need:mensa', need: 'mensa scolastica', text: 'quanto costa la mensa', topic: 'Istruzione' },
  { ente: 'c_zz03', matter: 'need:tari', need: 'TARI', text: 'quando scade la TARI', topic: 'Tasse' },
  { ente: 'c_zz01', matter: 'need:cambio-residenza', need: 'cambio di residenza', text: 'come cambio residenza', topic: 'Residenza' },
  { ente: 'c_zz03', matter: 'words:spiagge', need: '', text: 'si può portare il cane in spiaggia', topic: '' },
]

/** Three months of questions as a federation of three small Comuni may have them: the same on every run. */
const pastQuestions = (now: number): QuestionEvent[] =>
  Array.from({ length: 13 }, (_, week) => week).flatMap((week) =>
    Array.from({ length: 30 + ((week * 17) % 23) + week * 3 }, (_, place): QuestionEvent[] => {
      const { ente, ...about } = matters[(week + place) % matters.length] ??
        matters[0] ?? { ente: '', matter: '', need: '', text: '', topic: '' }
      const at = new Date(now - (12 - week) * weekMs - place * 60_000).toISOString()
      const questionId = randomUUID()
      const outcome = (place * 7 + week) % 10 < 6 + (week > 8 ? 1 : 0) ? 'answer' : (place + week) % 3 === 0 ? 'choice' : 'none'
      const asked: QuestionEvent = {
        kind: 'asked',
        at,
        questionId,
        ente,
        locale: 'it',
        outcome,
        degraded: false,
        ranked: ['scheda'],
        probability: { first: 0.9, three: 0.95 },
        outOfScope: false,
        ...about,
      }
      const judged: QuestionEvent[] =
        outcome !== 'none' && place % 4 === 0
          ? [{ kind: 'judged', questionId, at, verdict: (place / 4 + week) % 11 === 0 ? 'refused' : 'solved' }]
          : []
      return [asked, ...judged]
    }).flat(),
  )

/** What becomes of questions: how they go, at the desk; what is missing, in the panel. */
export const questionsTour = async (
  system: System,
  browser: Browser,
  shoot: (page: Page, name: string, grow?: (page: Page, longest: number) => Promise<void>) => Promise<void>,
  grow: (page: Page, longest: number) => Promise<void>,
): Promise<void> => {
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  for (const q of inVain) await page.goto(`${system.url}/valdombra/risposte?q=${encodeURIComponent(q)}`)
  await page.goto(`${system.url}/valdombra/risposte?q=Quanto+costa+la+mensa+scolastica%3F`)
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await shoot(page, 'feedback-no')

  const desk = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await desk.goto(`${system.url}/desk/andamento`)
  await desk.getByLabel('E-mail').fill(operator)
  await desk.getByLabel('Password').fill(system.passwordOf(operator))
  await desk.getByRole('button', { name: 'Accedi' }).click()
  await desk.getByRole('heading', { name: 'Andamento delle risposte' }).waitFor()
  const call = connectBackOffice(Number(new URL(system.backofficeUrl).port), system.dataDir)
  const events = pastQuestions(Date.now())
  for (let from = 0; from < events.length; from += 500) await call('recordQuestions', { events: events.slice(from, from + 500) })
  await desk.reload()
  await desk.getByRole('heading', { name: 'Per argomento' }).waitFor()
  await shoot(desk, 'desk-figures')

  const panel = await enterPanel(browser, system, editor)
  await panel.open('/linea-comune/domande-senza-risposta')
  await panel.page
    .getByRole('button', { name: /^Archivia/ })
    .nth(1)
    .click()
  await shoot(panel.page, 'panel-gaps', grow)
}
