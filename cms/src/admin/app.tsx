// SPDX-License-Identifier: AGPL-3.0-or-later

/** The panel as editors see it: in Italian, with nothing that asks a host outside. */
export default {
  config: {
    // Languages of the panel itself. Strapi has no Slovenian; content in Slovenian is written in any of these.
    locales: ['it', 'de', 'en', 'fr'],
    tutorials: false,
    notifications: { releases: false },
    translations: {
      it: {
        'app.components.LeftMenu.navbrand.title': 'Linea Comune',
        'app.components.LeftMenu.navbrand.workplace': 'Redazione',
        'Auth.form.welcome.title': 'Linea Comune',
        'Auth.form.welcome.subtitle': 'Entra per scrivere le schede del tuo Ente',
      },
    },
  },
  bootstrap(): void {
    // Italian unless the person chose another language.
    if (window.localStorage.getItem('strapi-admin-language') === null) window.localStorage.setItem('strapi-admin-language', 'it')
    // The vendor's banner has no switch; its key ends with the installation's uuid, which is switched off.
    for (const uuid of ['false', 'undefined'])
      window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${uuid}`, 'true')
  },
}
