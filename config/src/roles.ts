// SPDX-License-Identifier: AGPL-3.0-or-later

/** People who work, as roles of the back office. The administrator of the centre is Strapi's own super admin. */
export const roles = {
  administrator: { code: 'strapi-super-admin', name: 'Amministratore del centro', desk: true, panel: true },
  editor: { code: 'ente-editor', name: 'Redattore dell’Ente', desk: false, panel: true },
  agent: { code: 'ente-agent', name: 'Referente dell’Ente', desk: true, panel: false },
  operator: { code: 'operator', name: 'Operatore del centro', desk: true, panel: false },
} as const satisfies Record<string, { code: string; name: string; desk: boolean; panel: boolean }>
export type Role = keyof typeof roles

export const roleOfCode = (code: string): Role | undefined => (Object.keys(roles) as Role[]).find((role) => roles[role].code === code)

export const deskPermissions = ['readAllTickets', 'readOwnTickets', 'answer', 'forward', 'readDeliveries', 'retryDelivery'] as const
export type DeskPermission = (typeof deskPermissions)[number]

const may: Record<Role, readonly DeskPermission[]> = {
  administrator: deskPermissions.filter((p) => p !== 'readOwnTickets'),
  operator: ['readAllTickets', 'answer', 'forward', 'readDeliveries', 'retryDelivery'],
  // An Ente's agent sees what was forwarded to the Ente, and answers it.
  agent: ['readOwnTickets', 'answer'],
  editor: [],
}

export const mayAtDesk = (role: Role, permission: DeskPermission): boolean => may[role].includes(permission)
