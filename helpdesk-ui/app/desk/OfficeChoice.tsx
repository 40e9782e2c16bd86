// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import type { DeskEnte } from '@linea-comune/config'
import { channelNames } from './desk-sentences'

type Office = DeskEnte['offices'][number]

const describe = ({ name, channel }: Office): string => (channel === null ? `${name} – nessun canale configurato` : name)

const reachedBy = ({ channel, destination }: Office): string =>
  channel === null ? '' : `Riceve per ${channelNames[channel]}${destination ? `: ${destination}` : ''}`

/** First the Ente, then one of its offices; an office that cannot be reached is shown, and cannot be chosen. */
export const OfficeChoice = ({ enti, own }: { enti: readonly DeskEnte[]; own: string }) => {
  const [code, choose] = useState(own)
  const [officeId, chooseOffice] = useState('')
  const ente = enti.find((each) => each.code === code)
  const office = ente?.offices.find(({ id }) => id === officeId)
  return (
    <div className="lcd-office">
      <div>
        <label className="lc-label" htmlFor="forward-ente">
          Ente
        </label>
        <select
          id="forward-ente"
          className="form-select lc-input"
          value={code}
          onChange={(event) => {
            choose(event.currentTarget.value)
            chooseOffice('')
          }}
        >
          {enti.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="lc-label" htmlFor="office">
          Ufficio
        </label>
        <select
          id="office"
          name="office"
          className="form-select lc-input"
          value={officeId}
          onChange={(event) => {
            chooseOffice(event.currentTarget.value)
          }}
          aria-describedby="office-channel"
          required
        >
          <option value="" disabled>
            Scegli l’ufficio
          </option>
          {ente?.offices.map((each) => (
            <option key={each.id} value={each.id} disabled={each.channel === null}>
              {describe(each)}
            </option>
          ))}
        </select>
        <p id="office-channel" className="lcd-why lc-break">
          {office && reachedBy(office)}
        </p>
      </div>
    </div>
  )
}
