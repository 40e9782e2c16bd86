// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { Notice } from '../ui/Notice'
import { useLocale, useWords } from '../words'
import { formatDate } from '../words/dates'

interface Text {
  locale: Locale
  outdatedSince: string | null
}

/** What a reader should know of the language of a text, in their own; null when there is nothing to say. */
const useNote = ({ locale, outdatedSince }: Text, italianHref: string) => {
  const t = useWords()
  const own = useLocale()
  if (locale !== own) return { tone: 'info' as const, words: t('site.fallback') }
  if (outdatedSince === null) return null
  const words = (
    <>
      {t('site.outdated', { date: formatDate(outdatedSince, own) })}{' '}
      <a href={italianHref} hrefLang={defaultLocale}>
        {t('site.readItalian')}
      </a>
    </>
  )
  return { tone: 'warning' as const, words }
}

/** For a whole page. */
export const LanguageNotice = ({ text, italianHref }: { text: Text; italianHref: string }) => {
  const note = useNote(text, italianHref)
  return note === null ? null : (
    <Notice tone={note.tone}>
      <p>{note.words}</p>
    </Notice>
  )
}

/** For one text among others. */
export const LanguageNote = ({ text, italianHref }: { text: Text; italianHref: string }) => {
  const note = useNote(text, italianHref)
  return note === null ? null : <p className={`lc-language-note lc-language-note-${note.tone}`}>{note.words}</p>
}

/** Above texts of several languages, when some stand there in Italian. */
export const ListLanguageNotice = ({ locales }: { locales: readonly Locale[] }) => {
  const t = useWords()
  const own = useLocale()
  return locales.every((locale) => locale === own) ? null : (
    <Notice tone="info">
      <p>{t('site.someInItalian')}</p>
    </Notice>
  )
}
