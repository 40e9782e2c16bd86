// SPDX-License-Identifier: AGPL-3.0-or-later
import { password, type Federation } from './federation.js'

interface PanelAnswer {
  status: number
  text: string
  body: { data?: Record<string, unknown>; error?: { message: string } }
}

/** Asks what the editors' panel asks, as somebody who has signed in. */
export type Panel = (method: string, path: string, body?: unknown) => Promise<PanelAnswer>

export const signInToPanel = async ({ url }: Federation, email: string): Promise<Panel> => {
  let token = ''
  const panel: Panel = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as PanelAnswer['body'] }
  }
  token = String((await panel('POST', '/admin/login', { email, password })).body.data?.token)
  return panel
}
