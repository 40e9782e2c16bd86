// SPDX-License-Identifier: AGPL-3.0-or-later
/** The one script of citizens' pages, as a file that the site refers to by the hash of its content. */
import { join } from 'node:path'
import { build } from 'vite'

await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist', 'kit'),
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: join(import.meta.dirname, 'enhance', 'enhance.ts'), formats: ['es'], fileName: () => 'enhance.js' },
  },
})
