// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin'

/** Strapi's own screens that nobody needs here: its shop, and the structure of the content, which is part of the program. */
const screens = new Set(['plugins/content-type-builder'])
const permissions = new Set(['admin::marketplace.read'])
/** Figures about tokens and webhooks, a portrait of oneself, a drawing of a number; and lists that ours say better. */
const widgets = new Set(['key-statistics', 'profile-info', 'chart-entries', 'deploy-now', 'last-edited-entries', 'last-published-entries'])

const withoutShop: RBACMiddleware = () => (next) => (asked) => next(asked.filter(({ action }) => !permissions.has(action)))

export const keepOutOfSight = (app: StrapiApp): void => {
  const { menu } = app.router
  menu.splice(0, menu.length, ...menu.filter(({ to }) => !screens.has(to)))
  app.addRBACMiddleware(withoutShop)
  app.widgets.register((all) => all.filter(({ id }) => !widgets.has(id)))
}
