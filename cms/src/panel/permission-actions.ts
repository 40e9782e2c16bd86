// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { PanelPermission } from '@linea-comune/config'

/** Permissions that Strapi knows nothing of, as its page of roles shows them. The others are the content manager's own. */
const names: Partial<Record<PanelPermission, string>> = {
  readLibrary: 'Vedere la raccolta dei modelli',
  adoptModels: 'Adottare modelli e rispondere alle proposte',
  suggestModels: 'Proporre un proprio testo come modello',
  writeModels: 'Decidere sui testi proposti come modello',
  readAdoption: 'Vedere chi adotta i modelli',
  readGaps: 'Vedere le domande senza risposta',
  dismissGaps: 'Archiviare domande senza risposta',
  invitePeople: 'Invitare persone',
}

export const ownPanelPermissions = Object.keys(names) as PanelPermission[]
/** `readLibrary` → `read-library`: Strapi wants its own spelling. */
const uidOf = (permission: string): string => `linea-comune.${permission.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
export const panelAction = (permission: PanelPermission): string => `api::${uidOf(permission)}`

export const registerPanelActions = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: { registerMany(actions: unknown[]): Promise<void> }
  }
  await actionProvider.registerMany(
    Object.entries(names).map(([permission, displayName]) => ({
      section: 'settings',
      category: 'Linea Comune',
      displayName,
      uid: uidOf(permission),
    })),
  )
}
