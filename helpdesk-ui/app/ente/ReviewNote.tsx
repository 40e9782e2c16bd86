// SPDX-License-Identifier: AGPL-3.0-or-later
import { isReviewOverdue } from '@linea-comune/config'
import { Notice } from '../ui/Notice'
import { useLocale, useWords } from '../words'
import { formatDate } from '../words/dates'

interface Text {
  reviewBy: string | null
}

const useNote = ({ reviewBy }: Text): string | null => {
  const t = useWords()
  const own = useLocale()
  return reviewBy !== null && isReviewOverdue(reviewBy) ? t('site.toBeReviewed', { date: formatDate(reviewBy, own) }) : null
}

/** Says that nobody has confirmed a text by the day when it was due; for a whole page. */
export const ReviewNotice = ({ text }: { text: Text }) => {
  const note = useNote(text)
  return note === null ? null : (
    <Notice tone="warning">
      <p>{note}</p>
    </Notice>
  )
}

/** For one text among others. */
export const ReviewNote = ({ text }: { text: Text }) => {
  const note = useNote(text)
  return note === null ? null : <p className="lc-language-note lc-language-note-warning">{note}</p>
}
