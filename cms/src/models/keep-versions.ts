// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'

/** Enti follow versions: what one of them says may never become something else, not even by a hand in our own code. */
export const keepVersions = (strapi: Core.Strapi): void => {
  const refuse = (): never => {
    throw new errors.PolicyError('Una versione pubblicata di un modello non si cambia e non si cancella.')
  }
  strapi.db.lifecycles.subscribe({
    models: ['api::model-version.model-version'],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  })
}
