// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config'

// The tests over a real engine start several; one after the other, they fit a machine of two cores.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], maxWorkers: 1, testTimeout: 30_000, hookTimeout: 60_000 },
})
