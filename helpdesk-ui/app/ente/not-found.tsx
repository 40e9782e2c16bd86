// SPDX-License-Identifier: AGPL-3.0-or-later
import { refusePage } from './require-ente'

export const loader = () => refusePage('not-found')

export default function NotFound() {
  return null
}
