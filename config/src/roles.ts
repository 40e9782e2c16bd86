// SPDX-License-Identifier: AGPL-3.0-or-later

/** People who work, as roles of the back office. The administrator of the centre is Strapi's own super admin. */
export const roles = {
  administrator: { code: 'strapi-super-admin', name: 'Amministratore del centro', of: 'centre' },
  operator: { code: 'operator', name: 'Operatore del centro', of: 'centre' },
  supervisor: { code: 'supervisor', name: 'Responsabile dello sportello', of: 'centre' },
  board: { code: 'board', name: 'Componente del tavolo', of: 'centre' },
  editor: { code: 'ente-editor', name: 'Redattore dell’Ente', of: 'ente' },
  publisher: { code: 'ente-publisher', name: 'Responsabile della pubblicazione dell’Ente', of: 'ente' },
  agent: { code: 'ente-agent', name: 'Referente dell’Ente', of: 'ente' },
} as const satisfies Record<string, { code: string; name: string; of: 'centre' | 'ente' }>
export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]
export const roleOfCode = (code: string): Role | undefined => roleNames.find((role) => roles[role].code === code)
/** Roles that a person holds for the Enti they belong to. */
export const enteRoles = roleNames.filter((role) => roles[role].of === 'ente')

/** At the desk, on tickets and what is sent about them. */
export const deskPermissions = ['readAllTickets', 'readOwnTickets', 'answer', 'forward', 'readDeliveries', 'retryDelivery'] as const
export type DeskPermission = (typeof deskPermissions)[number]

/** In the panel, on content. Of an Ente's people: for their own Enti only. */
export const panelPermissions = [
  /** Sheets and FAQs as drafts; citizens' words; offices, places and contact points, which have none, are read. */
  'writeContent',
  /** What citizens read: publishing, withdrawing, deleting; offices, places and contact points. */
  'publishContent',
  /** Contacts, hours and links of the Ente itself. */
  'editEnte',
  /** Browse the federation's models and see who adopted them. */
  'readLibrary',
  /** Follow a model and answer its proposals, as drafts. */
  'adoptModels',
  /** Offer one's own text to the federation as a model. */
  'suggestModels',
  /** Write the federation's models and publish versions of them. */
  'writeModels',
  /** How the Enti adopt models and where they diverge. */
  'readAdoption',
  /** Matters on which citizens found no answer. */
  'readGaps',
  /** Say that an Ente will write nothing on one of them. */
  'dismissGaps',
  'invitePeople',
] as const
export type PanelPermission = (typeof panelPermissions)[number]

export const permissions = [...deskPermissions, ...panelPermissions] as const
export type Permission = DeskPermission | PanelPermission

/** What each role may do: the server asks it before acting, screens before offering, a test walks it. */
const may: Record<Role, readonly Permission[]> = {
  administrator: permissions.filter((permission) => permission !== 'readOwnTickets'),
  operator: ['readAllTickets', 'answer', 'forward', 'readDeliveries', 'retryDelivery'],
  supervisor: ['readAllTickets', 'answer', 'forward', 'readDeliveries', 'retryDelivery', 'readLibrary', 'readAdoption', 'readGaps'],
  // The board agrees rules: it sees how the models are used, and no citizen's request.
  board: ['readLibrary', 'readAdoption', 'readGaps'],
  editor: ['writeContent', 'readLibrary', 'adoptModels', 'suggestModels', 'readGaps'],
  publisher: ['writeContent', 'publishContent', 'editEnte', 'readLibrary', 'adoptModels', 'suggestModels', 'readGaps', 'dismissGaps'],
  // An Ente's agent sees what was forwarded to the Ente, and answers it.
  agent: ['readOwnTickets', 'answer'],
}

export const roleMay = (role: Role, permission: Permission): boolean => may[role].includes(permission)

/** Whoever holds a role of an Ente is its person: a role of the centre that somebody gave them besides opens nothing. */
export const rolesThatCount = (held: readonly Role[]): Role[] => {
  const ofEnte = held.filter((role) => roles[role].of === 'ente')
  return ofEnte.length > 0 ? ofEnte : [...held]
}

export const worksAtDesk = (role: Role): boolean => deskPermissions.some((permission) => roleMay(role, permission))
export const worksInPanel = (role: Role): boolean => panelPermissions.some((permission) => roleMay(role, permission))

/**
 * Whether one person may hold these roles together. Roles of an Ente go with each other (in a small Comune one person writes and
 * answers); with a role of the centre they do not, since that one sees every Ente.
 */
export const canHoldTogether = (held: readonly (Role | undefined)[]): boolean =>
  held.length < 2 || held.every((role) => role !== undefined && roles[role].of === 'ente')
