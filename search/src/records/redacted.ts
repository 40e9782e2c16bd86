// SPDX-License-Identifier: AGPL-3.0-or-later
import { startingWorkshop, type Workshop } from '../scope/workshop.js'
import { withoutPersonalData } from './without-personal-data.js'

/** What somebody wrote, without what tells who they are; words of the lexicon are no names. */
export const redacted = (text: string, { words }: Pick<Workshop, 'words'> = startingWorkshop()): string =>
  withoutPersonalData(text, (word) => words.has(word))
