// SPDX-License-Identifier: AGPL-3.0-or-later
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  plugins: [reactRouter()],
  // The panel brings a React of its own: two copies in one rendering fail, so there is one, and the server build holds it.
  resolve: { dedupe: ['react', 'react-dom', 'react-router'] },
  // But for config: the server must recognise the pages' errors, and the pages the server's.
  ssr: { noExternal: true, external: ['@linea-comune/config'] },
  define: command === 'build' ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  build: { assetsInlineLimit: 0, sourcemap: false, target: 'es2022' },
}))
