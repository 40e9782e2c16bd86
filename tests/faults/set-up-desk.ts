// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectBackOffice, Refused, type CallBackOffice } from '../support/back-office.js'
import type { System } from '../support/system.js'
import { until } from '../support/until.js'

export interface Desk {
  /** Calls the back office, again and again while it is down. Refusals are answers and are thrown. */
  call: CallBackOffice
  /** Of the operator; the session is renewed when a kill cost it. */
  session: string
  /** An office reached by mail and one reached by webhook. */
  offices: { email: string; webhook: string }
  enteSlug: string
}

const operator = 'operatrice@lineacomune.example'
const administrator = 'admin@lineacomune.example'

/** An operator at the desk, and an Ente one of whose offices is reached by webhook. Set up through the panel's own API, as an administrator would. */
export const setUpDesk = async (system: System, webhook: { webhookUrl: string; webhookSecret: string }): Promise<Desk> => {
  const port = Number(new URL(system.backofficeUrl).port)
  const once = connectBackOffice(port, system.dataDir)
  const call: CallBackOffice = (name, input, session) =>
    until(
      `the back office to answer ${name}`,
      async () => {
        try {
          return await once(name, input, session)
        } catch (error) {
          if (error instanceof Refused && error.code !== 'internal') throw error
          return null
        }
      },
      120_000,
    )
  const { session } = await call('signIn', { email: operator, password: system.passwordOf(operator) })
  const enti = await call('listEnti', {}, session)
  const ente = enti.find((e) => e.slug === 'valdombra')
  const [byMail, byWebhook] = ente?.offices ?? []
  if (ente === undefined || byMail === undefined || byWebhook === undefined) throw new Error('the demo federation lacks offices')
  await useWebhook(system, { enteCode: ente.code, office: byWebhook.id, ...webhook })
  return { call, session, offices: { email: byMail.id, webhook: byWebhook.id }, enteSlug: ente.slug }
}

const useWebhook = async (
  system: System,
  setting: { enteCode: string; office: string; webhookUrl: string; webhookSecret: string },
): Promise<void> => {
  const panel = async (method: string, path: string, body: unknown, token = ''): Promise<Record<string, unknown>> => {
    const response = await fetch(`${system.backofficeUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  const signedIn = await panel('POST', '/admin/login', { email: administrator, password: system.passwordOf(administrator) })
  const { token } = signedIn.data as { token: string }
  const list = await panel('GET', `/content-manager/collection-types/api::ente.ente?filters[code][$eq]=${setting.enteCode}`, null, token)
  const [ente] = list.results as { documentId: string }[]
  const { webhookUrl, webhookSecret } = setting
  await panel('PUT', `/content-manager/collection-types/api::ente.ente/${ente?.documentId ?? ''}`, { webhookUrl, webhookSecret }, token)
  await panel('PUT', `/content-manager/collection-types/api::office.office/${setting.office}`, { forwardingChannel: 'webhook' }, token)
}
