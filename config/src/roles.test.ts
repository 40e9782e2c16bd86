// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { canHoldTogether, permissions, roleMay, roleNames, roles, worksAtDesk, worksInPanel } from './roles.js'

describe('roles', () => {
  test('every permission is somebody’s besides the administrator’s, but for those that concern everybody', () => {
    const onlyAdministrator = permissions.filter((permission) =>
      roleNames.every((role) => (role === 'administrator') === roleMay(role, permission)),
    )
    expect(onlyAdministrator).toEqual(['writeModels', 'invitePeople'])
  })

  test('every role works somewhere', () => {
    expect(roleNames.filter((role) => !worksAtDesk(role) && !worksInPanel(role))).toEqual([])
  })

  test('nobody but the administrator works both for the whole desk and on an Ente’s content', () => {
    expect(roleNames.filter((role) => roleMay(role, 'readAllTickets') && roleMay(role, 'writeContent'))).toEqual(['administrator'])
  })

  test('the board reads no citizen’s request', () => {
    expect(worksAtDesk('board')).toBe(false)
  })

  test.each([
    [['editor'], true],
    [['editor', 'agent'], true],
    [['editor', 'publisher', 'agent'], true],
    [['operator'], true],
    [['editor', 'operator'], false],
    [['publisher', 'administrator'], false],
    [['operator', 'supervisor'], false],
    [['editor', undefined], false],
    [[undefined], true],
    [[], true],
  ] as const)('%j may be held together: %s', (held, allowed) => {
    expect(canHoldTogether(held)).toBe(allowed)
  })

  test('codes are unique', () => {
    expect(new Set(roleNames.map((role) => roles[role].code)).size).toBe(roleNames.length)
  })
})
