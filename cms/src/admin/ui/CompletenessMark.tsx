// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge } from '@strapi/design-system'
import { isCompleteness, type Completeness } from '@linea-comune/config'
import { attention } from './attention'

const badges: Record<Completeness, { label: string; colours: { backgroundColor: string; textColor: string } }> = {
  'da-completare': { label: 'Da completare', colours: attention },
  pubblicabile: { label: 'Pubblicabile', colours: { backgroundColor: 'primary100', textColor: 'primary700' } },
  completa: { label: 'Completa', colours: { backgroundColor: 'success100', textColor: 'success700' } },
}

/** How far a text is; nothing for what was never judged. */
export const CompletenessMark = ({ level }: { level: unknown }) =>
  isCompleteness(level) ? <Badge {...badges[level].colours}>{badges[level].label}</Badge> : null
