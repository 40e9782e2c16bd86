// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Arguments of node for the front office, within its folder. What lives for one question only lies in two halves of memory, which V8 would
 * let grow to 16 MB each: 8 cost no time and save what a hundred Enti's texts take. It cannot be said once the process runs.
 */
export const frontOfficeProgram = ['--max-semi-space-size=8', 'dist/server/start.js'] as const
