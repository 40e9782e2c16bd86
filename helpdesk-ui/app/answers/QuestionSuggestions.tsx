// SPDX-License-Identifier: AGPL-3.0-or-later
import { suggestedFrom, type QuestionSuggestion } from '@linea-comune/config'
import { useEnte } from '../ente/ente-context'
import { paths } from '../paths'
import { Icon } from '../ui/Icon'
import { useLocale, useWords, type WordKey } from '../words'

const kinds = {
  sheet: { icon: 'it-file', words: 'suggestions.sheet' },
  faq: { icon: 'it-help-circle', words: 'suggestions.faq' },
  topic: { icon: 'it-bookmark', words: 'suggestions.topic' },
} as const satisfies Record<QuestionSuggestion['kind'], { icon: `it-${string}`; words: WordKey }>

/**
 * What the list under the question is made of, one option of each kind, in the page's words. A template is no part of the page:
 * without JavaScript nothing of it is there, to eyes and to screen readers alike.
 */
export const QuestionSuggestions = () => {
  const t = useWords()
  const ente = useEnte()
  const locale = useLocale()
  return (
    <template
      data-suggestions={paths.suggestions({ ente: ente.slug, locale })}
      data-min-letters={suggestedFrom.minLetters}
      data-max-length={suggestedFrom.maxLength}
    >
      <ul id="suggerimenti" className="lc-suggestions" role="listbox" aria-label={t('suggestions.title')} hidden>
        {Object.entries(kinds).map(([kind, { icon, words }]) => (
          <li key={kind} role="option" aria-selected="false" className="lc-suggestion" data-kind={kind}>
            <Icon name={icon} className="icon-sm icon-primary" />
            <span className="lc-suggestion-text">
              <span className="lc-suggestion-title" />
              <span className="lc-suggestion-phrasing">
                {' '}
                {t('suggestions.phrasing')} <span data-phrasing />
              </span>
            </span>
            <span className="lc-suggestion-kind">
              <span className="visually-hidden">, </span>
              <span data-words={t(words)} />
              <span data-in-italian>
                <span aria-hidden="true"> · </span>
                <span className="visually-hidden">, </span>
                {t('site.inItalian')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="visually-hidden" data-some={t('suggestions.count')} data-none={t('suggestions.none')} />
    </template>
  )
}
