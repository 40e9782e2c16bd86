// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EmailPayload } from '../../rows'
import { composeEmail } from './layout'
import { citizenAddress, type CitizenMailFacts } from './ticket-received'
import { citizenMailWords } from './words'

interface AnswerFacts extends CitizenMailFacts {
  /** Who answers or asks: the desk, or the Ente's office. */
  signature: string
  text: string
  /** The citizen's own link to the request. */
  link: string
}

export const ticketAnswered = (facts: AnswerFacts): EmailPayload => {
  const words = citizenMailWords[facts.to.locale]
  return composeEmail(citizenAddress(facts.to), words.answeredSubject(facts.number), facts.to.locale, [
    words.greeting(facts.to.citizenName),
    words.answeredBy(facts.signature),
    { quote: facts.text },
    words.notSolved,
    { link: facts.link, label: words.follow },
    words.noReply,
  ])
}

export const citizenAsked = (facts: AnswerFacts): EmailPayload => {
  const words = citizenMailWords[facts.to.locale]
  return composeEmail(citizenAddress(facts.to), words.askedSubject(facts.number), facts.to.locale, [
    words.greeting(facts.to.citizenName),
    words.asked(facts.signature),
    { quote: facts.text },
    { link: facts.link, label: words.replyHere },
    words.noReply,
  ])
}
