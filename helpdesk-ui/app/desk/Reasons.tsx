// SPDX-License-Identifier: AGPL-3.0-or-later

/** Moves that are not possible now, together when the reason is the same. */
export interface Refusal<M extends string> {
  id: string
  reason: string
  moves: M[]
}

export const refusalsOf = <M extends string>(moves: readonly M[], whyNot: (move: M) => string, prefix: string): Refusal<M>[] => {
  const refusals: Refusal<M>[] = []
  for (const move of moves) {
    const reason = whyNot(move)
    const known = refusals.find((refusal) => refusal.reason === reason)
    if (known) known.moves.push(move)
    else refusals.push({ id: `${prefix}-${String(refusals.length)}`, reason, moves: [move] })
  }
  return refusals
}

export const refusalOf = <M extends string>(refusals: readonly Refusal<M>[], move: M): Refusal<M> | undefined =>
  refusals.find(({ moves }) => moves.includes(move))

const inWords = new Intl.ListFormat('it', { type: 'conjunction' })

/** Each reason once, after the names of what it holds back. */
export const Reasons = <M extends string>({ refusals, names }: { refusals: readonly Refusal<M>[]; names: Record<M, string> }) =>
  refusals.length === 0 ? null : (
    <ul className="lcd-why-list">
      {refusals.map(({ id, reason, moves }) => (
        <li key={id} id={id} className="lcd-why">
          <strong>{inWords.format(moves.map((move) => names[move]))}:</strong> {reason}
        </li>
      ))}
    </ul>
  )
