// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload, TicketRow } from '../../rows'
import { composeEmail } from './layout'
import { citizenMailWords } from './words'

export interface CitizenMailFacts {
  to: Pick<TicketRow, 'citizenName' | 'citizenEmail' | 'locale'>
  number: string
}

/** Only called for a citizen who left an address. */
export const citizenAddress = (to: CitizenMailFacts['to']): EmailPayload['to'] => ({ name: to.citizenName, address: to.citizenEmail ?? '' })

export const ticketReceived = (facts: CitizenMailFacts & { enteName: string; link: string; code: string; text: string }): EmailPayload => {
  const words = citizenMailWords[facts.to.locale]
  return composeEmail(citizenAddress(facts.to), words.receivedSubject(facts.number), facts.to.locale, [
    words.greeting(facts.to.citizenName),
    words.received(facts.enteName, facts.number),
    { link: facts.link, label: words.follow },
    { code: `${facts.code.slice(0, 4)}-${facts.code.slice(4)}`, label: words.followWithCode },
    words.keepForYourself,
    words.youWrote,
    { quote: facts.text },
    words.noReply,
  ])
}
