// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from 'react-router'
import { figurePeriods, figuresQuery, measuredPrecision, type Figures } from '@linea-comune/config'
import type { Route } from './+types/figures-page'
import { paths } from '../paths'
import { deskRead } from './desk-call'
import { FiguresTable } from './FiguresTable'
import { percent, weekName } from './figure-words'
import { WeeksChart } from './WeeksChart'

export const loader = async (args: Route.LoaderArgs) => {
  const query = new URL(args.request.url).searchParams
  const weeks = figuresQuery.shape.weeks.safeParse(query.get('settimane') ?? undefined).data ?? 13
  const ente = (query.get('ente') ?? '').slice(0, 80)
  const figures = await deskRead(args, 'readFigures', { weeks, ...(ente !== '' && { ente }) })
  return { weeks, ente, figures }
}

const periodNames: Record<(typeof figurePeriods)[number], string> = {
  4: 'Ultime 4 settimane',
  13: 'Ultimi 3 mesi',
  26: 'Ultimi 6 mesi',
  52: 'Ultimo anno',
}

const topicsShown = 15

/** How many questions found an answer at once, and how many of the answers helped. */
export default function FiguresPage({ loaderData: { weeks, ente, figures } }: Route.ComponentProps) {
  const { total } = figures
  return (
    <div className="lcd-page">
      <title>Andamento – Sportello</title>
      <div className="lcd-head">
        <h1>Andamento delle risposte</h1>
        <Form method="get" action={paths.deskFigures()} className="lcd-filters lcd-filters-figures">
          <div>
            <label className="lc-label" htmlFor="settimane">
              Periodo
            </label>
            <select key={weeks} id="settimane" name="settimane" className="form-select lc-input" defaultValue={weeks}>
              {figurePeriods.map((period) => (
                <option key={period} value={period}>
                  {periodNames[period]}
                </option>
              ))}
            </select>
          </div>
          {figures.enti.length > 1 && (
            <div>
              <label className="lc-label" htmlFor="ente">
                Ente
              </label>
              <select key={ente} id="ente" name="ente" className="form-select lc-input" defaultValue={ente}>
                <option value="">Tutti gli enti</option>
                {[...figures.enti]
                  .sort((a, b) => a.name.localeCompare(b.name, 'it'))
                  .map(({ code, slug, name }) => (
                    <option key={code} value={slug}>
                      {name}
                    </option>
                  ))}
              </select>
            </div>
          )}
          <div>
            <button type="submit" className="btn btn-outline-primary">
              Mostra
            </button>
          </div>
        </Form>
      </div>
      {total.asked === 0 ? (
        <div className="lcd-empty">
          <h2 className="h4">Nessuna domanda in questo periodo</h2>
          <p>Qui vedi quante domande trovano subito una risposta e quante risposte servono davvero. Prova con un periodo più lungo.</p>
        </div>
      ) : (
        <div className="lcd-stack">
          <Summary total={total} />
          <section className="lcd-card" aria-labelledby="settimane-titolo">
            <h2 id="settimane-titolo">Domande per settimana</h2>
            <WeeksChart weeks={figures.weeks} />
          </section>
          <section className="lcd-card" aria-labelledby="argomenti-titolo">
            <h2 id="argomenti-titolo">Per argomento</h2>
            <FiguresTable
              heading="Argomento"
              rows={figures.topics.slice(0, topicsShown).map((row) => ({ ...row, name: row.topic === '' ? 'Altro' : row.topic }))}
            />
          </section>
          {figures.enti.length > 1 && ente === '' && (
            <section className="lcd-card" aria-labelledby="enti-titolo">
              <h2 id="enti-titolo">Per ente</h2>
              <FiguresTable heading="Ente" rows={figures.enti.filter(({ asked }) => asked > 0)} />
            </section>
          )}
          <section className="lcd-card" aria-labelledby="numeri-titolo">
            <h2 id="numeri-titolo">Settimana per settimana</h2>
            <FiguresTable heading="Settimana" rows={figures.weeks.toReversed().map((row) => ({ ...row, name: weekName(row.week) }))} />
          </section>
        </div>
      )}
    </div>
  )
}

const Summary = ({ total }: { total: Figures }) => {
  const precision = measuredPrecision(total)
  const facts = [
    { name: 'Domande', value: String(total.asked), note: '' },
    { name: 'Con una risposta subito', value: percent(total.answered / total.asked), note: `${String(total.answered)} domande` },
    {
      name: 'Risposte utili',
      value: precision === null ? '–' : percent(precision),
      note:
        precision === null
          ? 'Ancora troppo pochi giudizi'
          : `secondo ${String(total.helped + total.inVain)} cittadini che l’hanno detto o hanno poi scritto`,
    },
    { name: 'Hanno scritto una richiesta', value: String(total.wrote), note: 'dopo aver fatto una domanda' },
  ]
  return (
    <dl className="lcd-figures">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="lcd-figure">{value}</span>
            {note !== '' && <span className="lcd-meta">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
