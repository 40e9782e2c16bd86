// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnswerFigures } from '@linea-comune/config'
import { shortDay } from './figure-words'

const height = 140
const gap = 0.25
/** So many labels of weeks fit under the bars of a telephone. */
const mostLabels = 5

/** A bar for each week, as high as what was asked, filled as far as it was answered. The table below says the same in numbers. */
export const WeeksChart = ({ weeks }: { weeks: AnswerFigures['weeks'] }) => {
  const most = Math.max(1, ...weeks.map(({ asked }) => asked))
  const every = Math.ceil(weeks.length / mostLabels)
  const [first, last] = [weeks[0], weeks.at(-1)]
  return (
    <figure className="lcd-chart">
      <svg
        viewBox={`0 0 ${String(weeks.length)} ${String(height)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Domande per settimana, dal ${shortDay(first?.week ?? '')} al ${shortDay(last?.week ?? '')}: al massimo ${String(most)}. I numeri sono nella tabella in fondo.`}
      >
        {weeks.map(({ week, asked, answered }, place) => {
          const tall = (count: number): number => (count / most) * height
          const common = { x: place + gap / 2, width: 1 - gap }
          return (
            <g key={week}>
              <rect {...common} y={height - tall(asked)} height={tall(asked)} className="lcd-bar-asked" />
              <rect {...common} y={height - tall(answered)} height={tall(answered)} className="lcd-bar-answered" />
            </g>
          )
        })}
      </svg>
      <div className="lcd-chart-weeks" aria-hidden="true">
        {weeks.map(({ week }, place) => (
          <span key={week}>{place % every === 0 && <span>{shortDay(week)}</span>}</span>
        ))}
      </div>
      <figcaption className="lcd-legend">
        <span>
          <i className="lcd-key-answered" aria-hidden="true" /> con una risposta subito
        </span>
        <span>
          <i className="lcd-key-asked" aria-hidden="true" /> senza risposta
        </span>
        <span className="lcd-meta">La barra più alta è di {most} domande.</span>
      </figcaption>
    </figure>
  )
}
