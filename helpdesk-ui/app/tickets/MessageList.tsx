// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LinkedForwarding } from '@linea-comune/config'
import { useLocale } from '../words'
import { formatMoment } from '../words/dates'

type Message = LinkedForwarding['messages'][number]

/** A conversation as it went. Who answered signs; texts are shown as they were written, never as markup. */
export const MessageList = ({
  messages,
  own,
  nameOf,
}: {
  messages: readonly Message[]
  own: Message['author']
  nameOf: (author: Message['author']) => string
}) => {
  const locale = useLocale()
  return (
    <ol className="lc-messages">
      {messages.map((message) => (
        <li key={message.id} className={message.author === own ? 'lc-message lc-message-own' : 'lc-message'}>
          <p className="lc-message-head">
            <strong>{message.author === 'citizen' || message.signature === '' ? nameOf(message.author) : message.signature}</strong>
            <time dateTime={message.at}>{formatMoment(message.at, locale)}</time>
          </p>
          <p className="lc-message-text">{message.text}</p>
        </li>
      ))}
    </ol>
  )
}
