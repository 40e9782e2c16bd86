// SPDX-License-Identifier: AGPL-3.0-or-later
export interface HttpQuestion {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}
