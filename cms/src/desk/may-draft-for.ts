// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskPerson } from './sessions'

/** Who may make knowledge of an Ente out of an answer: the centre for every Ente, an Ente's people for theirs. */
export const mayDraftFor = (person: DeskPerson, enteCode: string): boolean =>
  person.may('answer') && (person.may('readAllTickets') || person.enti.includes(enteCode))
