// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands where a name or a number was removed (`[nome]`) is no word of the citizen's when the question is asked again, or compared. */
export const withoutMarks = (text: string): string => text.replace(/\s*\[[^\]]*\]/g, '')
