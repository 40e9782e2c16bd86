// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { table } from '../rows'

/** As the privacy page says: long enough to compare a year with the one before. */
const keptMs = 365 * 86_400_000

export const forgetQuestions = async (strapi: Core.Strapi, now = new Date()): Promise<void> => {
  await table(strapi, 'question-record').deleteMany({ where: { askedOn: { $lt: new Date(now.getTime() - keptMs).toISOString() } } })
}
