// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentType } from 'react'
import type { StrapiApp } from '@strapi/strapi/admin'
import { CitizenPagePanel } from './edit/CitizenPagePanel'
import { LinesField } from './edit/LinesField'
import { formHook, keepOwnForm } from './edit/own-form'
import { EnteBar } from './ente/EnteBar'
import { FollowingPanel } from './following/FollowingPanel'
import { widgets } from './home/widgets'
import { HistoryPanel } from './lexicon/HistoryPanel'
import { TryPanel } from './lexicon/TryPanel'
import { columnsHook, showInWords } from './list/columns'
import { addMenuLinks } from './menu'
import { watchRequests } from './requests'
import { italian } from './strapi/italian'
import { logo } from './strapi/logo'
import { keepOutOfSight } from './strapi/out-of-sight'
import { theme } from './strapi/theme'
import { SuggestPanel } from './suggestions/SuggestPanel'
import { KeepWriting } from './writing/KeepWriting'

let panel: StrapiApp | undefined

/** What we use of the content manager, which gives its types to its own plugins only. */
interface ContentManager {
  apis: { addEditViewSidePanel: (change: (panels: { type?: string }[]) => unknown[]) => void }
  injectComponent: (view: 'editView', zone: 'right-links', injected: { name: string; Component: ComponentType<{ slug: string }> }) => void
}

/** The panel as editors see it: in Italian, their work first, with nothing that asks a host outside. */
export default {
  config: {
    auth: { logo },
    menu: { logo },
    head: { favicon: logo },
    // Languages of the panel itself. Strapi has no Slovenian; content in Slovenian is written in any of these.
    locales: ['it', 'de', 'en', 'fr'],
    tutorials: false,
    notifications: { releases: false },
    theme,
    translations: { it: italian },
  },
  register(app: StrapiApp): void {
    panel = app
    watchRequests()
    app.customFields.register({
      name: 'lines',
      type: 'json',
      intlLabel: { id: 'lines.label', defaultMessage: 'Righe' },
      intlDescription: { id: 'lines.description', defaultMessage: 'Una lista di testi, uno per riga' },
      // Strapi's type says that it is given nothing; it is given what every field is given.
      components: { Input: () => Promise.resolve({ default: LinesField as unknown as ComponentType }) },
    })
    addMenuLinks(app)
    keepOutOfSight(app)
    app.widgets.register(widgets)
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    const contentManager = app.getPlugin('content-manager') as unknown as ContentManager
    // Of Strapi's own panels only the one with the buttons: the others belong to functions that are not in use.
    contentManager.apis.addEditViewSidePanel((panels) => [
      ...panels.filter(({ type }) => type === 'actions'),
      CitizenPagePanel,
      FollowingPanel,
      SuggestPanel,
      TryPanel,
      HistoryPanel,
    ])
    // Beside the buttons, at every width.
    contentManager.injectComponent('editView', 'right-links', { name: 'keep-writing', Component: KeepWriting })
    app.registerHook(columnsHook, showInWords)
    app.registerHook(formHook, keepOwnForm)
    // Last, when every plugin has put its pages where it wants them: they all get the same frame.
    panel?.router.addRoute((routes) => [{ element: <EnteBar />, children: routes }])
    // Italian unless the person chose another language.
    if (window.localStorage.getItem('strapi-admin-language') === null) window.localStorage.setItem('strapi-admin-language', 'it')
    // The vendor's banner has no switch; its key ends with the installation's uuid, which is switched off.
    for (const uuid of ['false', 'undefined'])
      window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${uuid}`, 'true')
  },
}
