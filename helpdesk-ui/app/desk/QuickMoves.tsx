// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useNavigation } from 'react-router'
import type { DeskTicket } from '@linea-comune/config'
import { moveNames, whyNot } from './desk-sentences'

const moves = ['take', 'close', 'reopen'] as const

/** Moves that need no words. One that is not possible now stays in its place and says why. */
export const QuickMoves = ({ ticket }: { ticket: DeskTicket }) => {
  const busy = useNavigation().state !== 'idle'
  return (
    <section className="lcd-card" aria-labelledby="azioni">
      <h2 id="azioni">Azioni</h2>
      <ul className="lcd-moves">
        {moves.map((move) => {
          const possible = ticket.moves.includes(move)
          return (
            <li key={move}>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="version" value={ticket.version} />
                <input type="hidden" name="move" value={move} />
                <button
                  type="submit"
                  className={`btn btn-sm ${move === 'take' && possible ? 'btn-primary' : 'btn-outline-primary'}`}
                  disabled={!possible || busy}
                  aria-describedby={possible ? undefined : `perche-${move}`}
                >
                  {moveNames[move]}
                </button>
              </Form>
              {!possible && (
                <p id={`perche-${move}`} className="lcd-why">
                  {whyNot(ticket.state, move)}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
