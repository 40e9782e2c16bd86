// SPDX-License-Identifier: AGPL-3.0-or-later
import { refusePage } from '../ente/require-ente'

export const loader = () => refusePage('not-found')

export default function DeskNotFound() {
  return null
}
