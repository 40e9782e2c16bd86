// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const parts = ['config/src', 'search/src', 'cms/src', 'helpdesk-ui/app', 'helpdesk-ui/enhance', 'helpdesk-ui/server', 'tests']

export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..'),
    include: parts.map((part) => `${part}/**/*.test.{ts,tsx}`),
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**'],
    // Two cores, and tests that start whole systems: one file after another, each in a process of its own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // What is waited for comes by way of several processes, that share two cores with a browser.
    expect: { poll: { timeout: 15_000, interval: 100 } },
    reporters: ['default'],
  },
})
