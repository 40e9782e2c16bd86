// SPDX-License-Identifier: AGPL-3.0-or-later

/** The arrows between the parts: config ← search ← cms, config ← search ← helpdesk-ui/server, tests → all. */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } })

export default {
  forbidden: [
    never(
      'config-knows-nobody',
      '^config/',
      '^(search|cms|helpdesk-ui|tests|launcher)/',
      'config holds facts that every part shares, so it imports none.',
    ),
    never('search-knows-config', '^search/', '^(cms|helpdesk-ui|tests|launcher)/', 'search knows neither Strapi nor React.'),
    never(
      'cms-meets-ui-in-http',
      '^cms/',
      '^(helpdesk-ui|tests|launcher)/',
      'cms and helpdesk-ui meet in HTTP, through the contracts in config.',
    ),
    never(
      'ui-meets-cms-in-http',
      '^helpdesk-ui/',
      '^(cms|tests|launcher)/',
      'cms and helpdesk-ui meet in HTTP, through the contracts in config.',
    ),
    never(
      'pages-do-not-search',
      '^helpdesk-ui/app/(?!.*\\.server)',
      '^search/src/(client|answer|engine)',
      'Only the server half of the front office asks the engine.',
    ),
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other hold one idea, or share a third.',
      from: { pathNot: 'node_modules' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '(\\.d\\.ts|\\.config\\.(ts|mjs)|\\.test\\.ts|/(start|run)\\.ts|/config/[^/]+\\.ts|src/index\\.ts|admin/app\\.tsx|enhance/.*)$',
      },
      to: {},
    },
  ],
  options: {
    // Built files are not followed but stay in sight: excluding them would hide the arrows between the parts.
    doNotFollow: { path: 'node_modules|/dist/|/build/' },
    exclude: { path: '\\.react-router/|/node_modules/(?!@linea-comune)|helpdesk-ui/build|cms/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
