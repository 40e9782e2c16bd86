// SPDX-License-Identifier: AGPL-3.0-or-later
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read once, in config/src/env.ts: take what you need from readEnv() or settings().',
}

/** Modules that open connections, and the few files that may: every other file asks those. */
const network = ['undici', 'nodemailer', 'meilisearch', 'node:http', 'node:https', 'node:net', 'node:dns'].map((name) => ({
  name,
  message:
    'The network is behind few doors: cms/src/outbound, search/src/client.ts, embedder and engine, helpdesk-ui/server/cms-client.ts.',
}))

export default tseslint.config(
  { ignores: ['**/dist/', '**/build/', '**/.react-router/', '.cache/', 'data/', 'cms/.strapi/', 'cms/types/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.eslint.json', '*/tsconfig.json', '*/tsconfig.*.json', 'cms/src/admin/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-syntax': ['error', environment],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Return types of exported functions are written where they help a reader; the compiler knows the others.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['config/src/**/*.ts', 'search/src/**/*.ts', 'cms/src/**/*.ts', 'helpdesk-ui/server/**/*.ts', 'helpdesk-ui/app/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: network }] },
  },
  {
    files: [
      'cms/src/outbound/*.ts',
      'search/src/client.ts',
      'search/src/engine/*.ts',
      'helpdesk-ui/server/cms-client.ts',
      'helpdesk-ui/server/start.ts',
      '**/*.test.ts',
      'search/src/testing/*.ts',
      'cms/src/commands/close-server.ts',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['config/src/env.ts', 'launcher/**/*.ts', 'tests/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
)
