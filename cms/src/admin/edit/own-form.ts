// SPDX-License-Identifier: AGPL-3.0-or-later

/** The hook by which the content manager lets others change its forms. */
export const formHook = 'Admin/CM/pages/EditView/mutate-edit-view-layout'

interface Form<F> {
  layout: { layout: F[][][] }
}

/** Fields in which only the centre writes: for the others the content manager would draw a box that says so. */
const ofCentre = new Set(['enteCode'])
let forCentre = false

/** Said once it is known who is at work, before the first form is drawn. */
export const showFormOfCentre = (shown: boolean): void => {
  forCentre = shown
}

export const keepOwnForm = <F extends { name: string }, T extends Form<F>>(form: T): T =>
  forCentre
    ? form
    : {
        ...form,
        layout: {
          ...form.layout,
          layout: form.layout.layout
            .map((panel) => panel.map((row) => row.filter(({ name }) => !ofCentre.has(name))).filter((row) => row.length > 0))
            .filter((panel) => panel.length > 0),
        },
      }
