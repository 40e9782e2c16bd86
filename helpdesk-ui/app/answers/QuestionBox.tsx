// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength } from '@linea-comune/config'
import { useEnte } from '../ente/ente-context'
import { LocaleField } from '../ente/LocaleField'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { useWords } from '../words'
import { QuestionSuggestions } from './QuestionSuggestions'

/** The question in the citizen's own words: a plain form, so that it works in every browser. */
export const QuestionBox = ({ q = '', label, hint }: { q?: string; label: string; hint?: string }) => {
  const t = useWords()
  const ente = useEnte()
  return (
    <form className="lc-ask" role="search" action={paths.answers(ente.slug)} method="get">
      <LocaleField />
      <label htmlFor="q" className="lc-label">
        {label}
      </label>
      <div className="lc-ask-row">
        <input
          id="q"
          name="q"
          type="search"
          className="form-control"
          defaultValue={q}
          placeholder={t('home.placeholder')}
          maxLength={questionMaxLength}
          required
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={hint === undefined ? undefined : 'q-hint'}
        />
        <button className="btn btn-primary" type="submit">
          <Icon name="it-search" className="icon-white icon-sm" /> {t('home.ask')}
        </button>
      </div>
      <QuestionSuggestions />
      {hint && (
        <p id="q-hint" className="lc-ask-hint">
          {hint}
        </p>
      )}
    </form>
  )
}
