// SPDX-License-Identifier: AGPL-3.0-or-later
import type { World } from './world.js'

export interface Probe {
  name: string
  /** A `leak` shows or changes what is another's; an `own` operation is one that the wall must not break. */
  about: 'leak' | 'own'
  /** What went wrong; null when it held. */
  run: (world: World) => Promise<string | null>
}
