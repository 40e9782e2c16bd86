// SPDX-License-Identifier: AGPL-3.0-or-later
import { pageFault } from '../ente/require-ente'

export const loader = () => {
  throw pageFault('not-found', 404)
}

export default function DeskNotFound() {
  return null
}
