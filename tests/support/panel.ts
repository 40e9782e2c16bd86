// SPDX-License-Identifier: AGPL-3.0-or-later
import { chosenEnteHeader, panelCalls, type PanelCallName, type PanelRequest, type PanelResponse } from '@linea-comune/config'
import { password } from './federation.js'

/** What the panel was refused with. */
export class PanelRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export interface PanelSession {
  call: <N extends PanelCallName>(name: N, input: PanelRequest<N>) => Promise<PanelResponse<N>>
  /** Any other request of the panel. */
  send: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Record<string, unknown>; text: string }>
}

/** The panel as a signed-in person's browser speaks to it; somebody of several Enti may say for which one they are at work. */
export const signInToPanel = async (url: string, email: string, withPassword = password, ente = ''): Promise<PanelSession> => {
  const request = async (method: string, path: string, body: unknown, token: string) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(ente !== '' && { [chosenEnteHeader]: ente }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown> }
  }
  const signedIn = await request('POST', '/admin/login', { email, password: withPassword }, '')
  const token = (signedIn.body.data as { token?: string } | undefined)?.token
  if (token === undefined) throw new Error(`${email} cannot sign in: ${signedIn.text}`)
  return {
    send: (method, path, body) => request(method, path, body, token),
    call: async (name, input) => {
      const { path, response } = panelCalls[name]
      const { status, body, text } = await request('POST', path, input, token)
      if (status !== 200) throw new PanelRefused(status, (body.error as { message?: string } | undefined)?.message ?? text)
      return response.parse(body.data) as PanelResponse<typeof name>
    },
  }
}
