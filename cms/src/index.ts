// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { keepConfirmedQuestions } from './confirmed/keep-confirmed'
import { checkLanguages } from './content/check-languages'
import { checkWebAddresses } from './content/check-web-addresses'
import { fillSlug } from './content/fill-slug'
import { keepLimits } from './content/keep-limits'
import { markCompleteness } from './content/mark-completeness'
import { refuseStale } from './content/refuse-stale'
import { keepToLanguages } from './content/keep-to-languages'
import { markOutdated } from './content/mark-outdated'
import { shareFields } from './content/share-fields'
import { showTermNames } from './content/show-term-names'
import { signWriting } from './content/sign-writing'
import { queueIndexUpdate } from './indexing/queue-index-update'
import { registerInternalRoutes } from './internal/register-routes'
import { checkLexiconEntry } from './lexicon/check-entry'
import { keepLexiconChanges } from './lexicon/keep-changes'
import { beginLanguage } from './models/begin-language'
import { keepProposals } from './models/keep-proposals'
import { keepVersions } from './models/keep-versions'
import { publishVersion } from './models/publish-version'
import { sendThroughOutbox } from './outbound/strapi-mail'
import { keepMenuShort } from './panel/keep-menu-short'
import { registerPanelActions } from './panel/permission-actions'
import { registerPanelRoutes } from './panel/register-panel-routes'
import { setUpAccountsRoles } from './setup/roles'
import { setUpLocales } from './setup/locales'
import { setUpPanel } from './setup/panel'
import { setUpVocabularies } from './setup/vocabularies'
import { registerTenancyConditions } from './tenancy/conditions'
import { guardRoutes } from './tenancy/guard-routes'
import { keepEnteCode } from './tenancy/keep-ente-code'
import { keepRolesApart } from './tenancy/keep-roles-apart'
import { moveDocument } from './tenancy/move-document'
import { showOwnContent } from './tenancy/show-own-content'
import { stampEnteCode } from './tenancy/stamp-ente-code'

export default {
  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // What schemas call global::lines: a list of texts, which the panel shows one to a line.
    strapi.customFields.register({ name: 'lines', type: 'json', inputSize: { default: 12, isResizable: true } })
    // Outermost first.
    strapi.documents.use(showOwnContent(strapi))
    strapi.documents.use(stampEnteCode(strapi))
    strapi.documents.use(keepEnteCode(strapi))
    strapi.documents.use(signWriting(strapi))
    strapi.documents.use(keepToLanguages(strapi))
    strapi.documents.use(checkLanguages)
    strapi.documents.use(keepProposals(strapi))
    strapi.documents.use(refuseStale(strapi))
    strapi.documents.use(beginLanguage(strapi))
    strapi.documents.use(keepLimits(strapi))
    strapi.documents.use(checkWebAddresses(strapi))
    strapi.documents.use(checkLexiconEntry(strapi))
    strapi.documents.use(keepConfirmedQuestions(strapi))
    strapi.documents.use(moveDocument(strapi))
    strapi.documents.use(fillSlug(strapi))
    strapi.documents.use(publishVersion(strapi))
    strapi.documents.use(shareFields(strapi))
    strapi.documents.use(markOutdated(strapi))
    strapi.documents.use(markCompleteness(strapi))
    strapi.documents.use(keepLexiconChanges(strapi))
    strapi.documents.use(queueIndexUpdate(strapi))
    guardRoutes(strapi)
    keepMenuShort(strapi)
    registerInternalRoutes(strapi)
    registerPanelRoutes(strapi)
    // Before Strapi gives its super admin every action it knows.
    await registerPanelActions(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    sendThroughOutbox(strapi)
    keepRolesApart(strapi)
    keepVersions(strapi)
    await setUpLocales(strapi)
    await registerTenancyConditions(strapi)
    await setUpAccountsRoles(strapi)
    await setUpVocabularies(strapi)
    await setUpPanel(strapi)
    await showTermNames(strapi)
  },
}
