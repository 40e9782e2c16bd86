// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import type { ContactPointSource } from '@linea-comune/search'
import { useLangOf, useWords } from '../words'

type Entry = ContactPointSource['entries'][number]

/** An address is a link only when its scheme is one we know: what an editor typed never becomes a script. */
const hrefOf = ({ type, value }: Entry): string | null => {
  if (type === 'phone') return `tel:${value.replace(/[^\d+]/g, '')}`
  if (type === 'email' || type === 'pec') return `mailto:${value}`
  if (type === 'whatsapp') return `https://wa.me/${value.replace(/\D/g, '')}`
  return type === 'url' && /^https?:\/\//i.test(value) ? value : null
}

export const ContactPointEntries = ({ point }: { point: ContactPointSource }) => {
  const t = useWords()
  // Contacts are written once, in Italian.
  const lang = useLangOf()(defaultLocale)
  return (
    <dl className="lc-facts">
      {point.entries.map((entry) => {
        const href = hrefOf(entry)
        return (
          <div key={`${entry.type} ${entry.value}`}>
            <dt>{entry.label ? <span lang={lang}>{entry.label}</span> : t(`contact.${entry.type}`)}</dt>
            <dd>{href === null ? entry.value : <a href={href}>{entry.value}</a>}</dd>
          </div>
        )
      })}
      {point.hoursNote && (
        <div>
          <dt>{t('contact.hours')}</dt>
          <dd lang={lang}>{point.hoursNote}</dd>
        </div>
      )}
    </dl>
  )
}
