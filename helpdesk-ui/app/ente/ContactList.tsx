// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWords } from '../words'
import { AddressLine } from './AddressLine'
import type { EnteShown } from './ente-context'

export const ContactList = ({ ente }: { ente: EnteShown }) => {
  const t = useWords()
  return (
    <dl className="lc-facts">
      {ente.address && (
        <div>
          <dt>{t('contact.address')}</dt>
          <dd>
            <AddressLine address={ente.address} />
          </dd>
        </div>
      )}
      {ente.phone && (
        <div>
          <dt>{t('contact.phone')}</dt>
          <dd>
            <a href={`tel:${ente.phone.replace(/\s/g, '')}`}>{ente.phone}</a>
          </dd>
        </div>
      )}
      {ente.email && (
        <div>
          <dt>{t('contact.email')}</dt>
          <dd>
            <a href={`mailto:${ente.email}`}>{ente.email}</a>
          </dd>
        </div>
      )}
      {ente.pec && (
        <div>
          <dt>{t('contact.pec')}</dt>
          <dd>
            <a href={`mailto:${ente.pec}`}>{ente.pec}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}
