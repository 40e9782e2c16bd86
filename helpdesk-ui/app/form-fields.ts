// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was typed into a field; the empty string when the form does not have it. */
export const typedIn = (fields: FormData, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
