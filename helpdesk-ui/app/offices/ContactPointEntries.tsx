// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContactPointSource } from '@linea-comune/search'
import { useWords } from '../words'

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
  return (
    <dl className="lc-facts">
      {point.entries.map((entry) => {
        const href = hrefOf(entry)
        return (
          <div key={`${entry.type} ${entry.value}`}>
            <dt>{entry.label || t(`contact.${entry.type}`)}</dt>
            <dd>{href === null ? entry.value : <a href={href}>{entry.value}</a>}</dd>
          </div>
        )
      })}
      {point.hoursNote && (
        <div>
          <dt>{t('contact.hours')}</dt>
          <dd>{point.hoursNote}</dd>
        </div>
      )}
    </dl>
  )
}
