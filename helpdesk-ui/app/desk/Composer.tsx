// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import { messageMaxLength, type AnswerItem, type DeskEnte, type DeskMove, type DeskTicket, type DeskUser } from '@linea-comune/config'
import { KnowledgeSearch } from './KnowledgeSearch'
import { moveNames, whyNot } from './desk-sentences'
import { OfficeChoice } from './OfficeChoice'
import { RememberQuestion } from './RememberQuestion'
import { Reasons, refusalOf, refusalsOf } from './Reasons'

const modes = ['answer', 'askCitizen', 'note', 'forward'] as const
type Mode = (typeof modes)[number]

interface ModeWords {
  name: string
  label: string
  help: string
  button: string
}

const words: Record<Mode, ModeWords> = {
  answer: {
    name: moveNames.answer,
    label: 'Risposta al cittadino',
    help: 'Il cittadino la riceve così come la scrivi e la richiesta risulta risolta.',
    button: 'Invia la risposta',
  },
  askCitizen: {
    name: moveNames.askCitizen,
    label: 'Domanda al cittadino',
    help: 'La richiesta aspetta la sua risposta.',
    button: 'Invia la domanda',
  },
  note: {
    name: moveNames.note,
    label: 'Nota interna',
    help: 'La leggono solo le persone del centro, mai il cittadino né l’ente.',
    button: 'Aggiungi la nota',
  },
  forward: {
    name: 'Inoltra',
    label: 'Nota per l’ufficio (facoltativa)',
    help: 'L’ufficio riceve la richiesta e può rispondere da un collegamento, senza credenziali.',
    button: 'Inoltra la richiesta',
  },
}

const modeNames: Record<Mode, string> = {
  answer: words.answer.name,
  askCitizen: words.askCitizen.name,
  note: words.note.name,
  forward: words.forward.name,
}

interface ComposerProps {
  ticket: DeskTicket
  enti: readonly DeskEnte[]
  user: DeskUser
  publicUrl: string
  result: { done: DeskMove | 'forward' | 'draft' | null; typed: { text: string; mode: string } | null; at: number } | null
  /** What was wrong with the question to be remembered. */
  questionFault: string | undefined
}

const isMode = (value: string | undefined): value is Mode => modes.some((mode) => mode === value)

export const Composer = ({ ticket, enti, publicUrl, result, questionFault }: ComposerProps) => {
  const isPossible = (mode: Mode): boolean => (mode === 'forward' ? ticket.mayForward : ticket.moves.includes(mode))
  const [chosen, choose] = useState<Mode | null>(isMode(result?.typed?.mode) ? result.typed.mode : null)
  const [text, write] = useState(result?.typed?.text ?? '')
  const [sources, setSources] = useState<Pick<AnswerItem, 'id' | 'kind' | 'title'>[]>([])
  const busy = useNavigation().state !== 'idle'
  const mode = chosen !== null && isPossible(chosen) ? chosen : (modes.find(isPossible) ?? null)

  // A move that went through empties the box; one that was refused leaves every word in it, and so does what is no move.
  const [seen, see] = useState(result)
  if (result !== seen) {
    see(result)
    if (result?.done && result.done !== 'draft') {
      write('')
      setSources([])
      choose(null)
    }
  }

  const insert = (item: AnswerItem): void => {
    write((before) =>
      [before.trimEnd(), item.text.trim(), `${item.title}\n${publicUrl}${item.url}`].filter((part) => part !== '').join('\n\n'),
    )
    setSources((before) => [...before.filter(({ id }) => id !== item.id), item].slice(-5))
  }

  const [only, ...others] = sources
  const remembered = mode === 'answer' && ticket.mayRemember && others.length === 0 ? only : undefined
  const shown = mode === null ? null : words[mode]
  const refusals = refusalsOf(
    modes.filter((each) => !isPossible(each)),
    (each) => whyNot(ticket.state, each),
    'perche-scrivere',
  )
  return (
    <section className="lcd-composer" aria-labelledby="scrivi">
      <h2 id="scrivi" className="visually-hidden">
        Scrivi
      </h2>
      <div className="lcd-modes" role="group" aria-label="Che cosa vuoi fare">
        {modes.map((each) => (
          <button
            key={each}
            type="button"
            className="lcd-mode"
            aria-pressed={each === mode}
            disabled={!isPossible(each)}
            aria-describedby={refusalOf(refusals, each)?.id}
            onClick={() => {
              choose(each)
            }}
          >
            {words[each].name}
          </button>
        ))}
      </div>
      <Reasons refusals={refusals} names={modeNames} />
      {mode === 'answer' && <KnowledgeSearch key={ticket.number} ticket={ticket} onInsert={insert} />}
      {mode !== null && shown !== null && (
        <Form method="post" className="lcd-write" preventScrollReset>
          <input type="hidden" name="version" value={ticket.version} />
          {mode === 'forward' ? <input type="hidden" name="intent" value="forward" /> : <input type="hidden" name="move" value={mode} />}
          {mode === 'answer' && sources.map(({ id }) => <input key={id} type="hidden" name="sources" value={id} />)}
          {mode === 'forward' && <OfficeChoice enti={enti} own={ticket.ente.code} />}
          <label className="lc-label" htmlFor="text">
            {shown.label}
          </label>
          <textarea
            id="text"
            name="text"
            className={`form-control lc-input${mode === 'note' ? ' lcd-note-input' : ''}`}
            rows={mode === 'answer' ? 9 : 5}
            maxLength={messageMaxLength}
            value={text}
            lang={mode === 'answer' || mode === 'askCitizen' ? ticket.locale : undefined}
            aria-describedby="text-help"
            onChange={(event) => {
              write(event.currentTarget.value)
            }}
          />
          {remembered !== undefined && <RememberQuestion key={remembered.id} text={remembered} ticket={ticket} fault={questionFault} />}
          <div className="lcd-write-foot">
            <p id="text-help" className="lcd-why">
              {shown.help}
              {sources.length > 0 && mode === 'answer' && ` Fonti citate: ${String(sources.length)}.`}
            </p>
            <button type="submit" className="btn btn-primary" disabled={busy}>
              {shown.button}
            </button>
          </div>
        </Form>
      )}
      {mode === null && <p className="lcd-none">Su questa richiesta non puoi scrivere.</p>}
    </section>
  )
}
