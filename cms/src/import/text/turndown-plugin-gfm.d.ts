// SPDX-License-Identifier: AGPL-3.0-or-later
declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown'
  export const tables: TurndownService.Plugin
}
