// SPDX-License-Identifier: AGPL-3.0-or-later
import { enteRoles } from '@linea-comune/config'
import { expect, test } from 'vitest'
import { roleSentence } from './role-words'

test.each(enteRoles)('whoever invites reads what a role does: %s', (role) => {
  expect(roleSentence(role)).not.toBe('')
})
