// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useNavigation } from 'react-router'
import type { DeskTicket } from '@linea-comune/config'
import { moveNames, whyNot } from './desk-sentences'
import { Reasons, refusalOf, refusalsOf } from './Reasons'

const moves = ['take', 'close', 'reopen'] as const

/** Moves that need no words. One that is not possible now stays in its place and says why. */
export const QuickMoves = ({ ticket }: { ticket: DeskTicket }) => {
  const busy = useNavigation().state !== 'idle'
  const refusals = refusalsOf(
    moves.filter((move) => !ticket.moves.includes(move)),
    (move) => whyNot(ticket.state, move),
    'perche-azione',
  )
  return (
    <section className="lcd-card" aria-labelledby="azioni">
      <h2 id="azioni">Azioni</h2>
      <ul className="lcd-moves">
        {moves.map((move) => {
          const refusal = refusalOf(refusals, move)
          return (
            <li key={move} className={`lcd-move-${move}`}>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="version" value={ticket.version} />
                <input type="hidden" name="move" value={move} />
                <button
                  type="submit"
                  className={`btn btn-sm ${move === 'take' && !refusal ? 'btn-primary' : 'btn-outline-primary'}`}
                  disabled={refusal !== undefined || busy}
                  aria-describedby={refusal?.id}
                >
                  {moveNames[move]}
                </button>
              </Form>
            </li>
          )
        })}
      </ul>
      <Reasons refusals={refusals} names={moveNames} />
    </section>
  )
}
