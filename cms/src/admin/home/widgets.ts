// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WidgetArgs } from '@strapi/strapi/admin'
import { CheckCircle, Pencil } from '@strapi/icons'

/** The first thing people see: their work. */
export const widgets: WidgetArgs[] = [
  {
    id: 'to-decide',
    icon: CheckCircle,
    title: { id: 'linea-comune.to-decide', defaultMessage: 'Da decidere' },
    component: () => import('./work').then(({ ToDecide }) => ToDecide),
  },
  {
    id: 'to-write',
    icon: Pencil,
    title: { id: 'linea-comune.to-write', defaultMessage: 'Da scrivere e pubblicare' },
    component: () => import('./work').then(({ ToWrite }) => ToWrite),
    permissions: [{ action: 'plugin::content-manager.explorer.read' }],
  },
]
