// SPDX-License-Identifier: AGPL-3.0-or-later
import { measuredPrecision, type Figures } from '@linea-comune/config'
import { percent } from './figure-words'

interface Row extends Figures {
  name: string
}

/** The same figures for each of several, with the share answered as a bar. */
export const FiguresTable = ({ heading, rows }: { heading: string; rows: readonly Row[] }) => (
  <table className="lcd-table lcd-table-figures">
    <thead>
      <tr>
        <th scope="col">{heading}</th>
        <th scope="col">Domande</th>
        <th scope="col">Con una risposta subito</th>
        <th scope="col">Risposte utili</th>
        <th scope="col">Richieste scritte</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row, place) => {
        const share = row.asked === 0 ? null : row.answered / row.asked
        const precision = measuredPrecision(row)
        return (
          <tr key={`${String(place)} ${row.name}`}>
            <th scope="row">{row.name}</th>
            <td data-label="Domande">{row.asked}</td>
            <td data-label="Con una risposta subito">
              {share === null ? (
                '–'
              ) : (
                <span className="lcd-share">
                  <span className="lcd-share-value">{percent(share)}</span>
                  <svg className="lcd-share-track" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={share} height={1} />
                  </svg>
                </span>
              )}
            </td>
            <td data-label="Risposte utili">
              {precision === null ? (
                <span className="lcd-meta">{row.helped + row.inVain === 0 ? 'nessun giudizio' : 'pochi giudizi'}</span>
              ) : (
                percent(precision)
              )}
            </td>
            <td data-label="Richieste scritte">{row.wrote}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
