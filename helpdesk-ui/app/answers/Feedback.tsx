// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { useWords } from '../words'
import type { Asked } from './asked'

/** Asks whether the text above answered: a no leads to the form, already filled in. */
export const Feedback = ({ asked: { questionId, q } }: { asked: Asked }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  return (
    <form method="post" action={to(paths.answers(ente.slug))} className="lc-feedback" aria-labelledby="utile">
      <input type="hidden" name="chiesta" value={questionId} />
      <input type="hidden" name="q" value={q} />
      <p id="utile" className="lc-feedback-question">
        {t('feedback.question')}
      </p>
      <div className="lc-feedback-buttons">
        <button type="submit" name="esito" value="solved" className="btn btn-outline-primary btn-sm">
          <Icon name="it-check" className="icon-sm icon-primary" /> {t('feedback.yes')}
        </button>
        <button type="submit" name="esito" value="refused" className="btn btn-outline-primary btn-sm">
          <Icon name="it-close" className="icon-sm icon-primary" /> {t('feedback.no')}
        </button>
      </div>
    </form>
  )
}
