// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import type { Env } from '@linea-comune/config'
import { say } from './say.js'

export interface DemoAccount {
  role: string
  email: string
  password: string
}

/** Where everything is; the demo accounts only when they were just made, since their passwords are stored nowhere. */
export const welcome = (env: Env, accounts: readonly DemoAccount[]): void => {
  const lines = [
    '',
    'Linea Comune is running.',
    `  Citizens      ${env.publicUrl}`,
    `  Desk          ${env.publicUrl}/desk`,
    `  Back office   ${env.backofficeUrl}/admin`,
    ...(env.secrets.smtpUrl === undefined
      ? [`  Mail          no SMTP_URL: every message is a file in ${path.join(env.dataDir, 'mail')}, and readable in the desk`]
      : []),
  ]
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map((account) => account.role.length))
    const email = Math.max(...accounts.map((account) => account.email.length))
    lines.push(
      '',
      'Demo accounts, shown this once:',
      ...accounts.map((a) => `  ${a.role.padEnd(width)}  ${a.email.padEnd(email)}  ${a.password}`),
    )
  }
  for (const line of lines) say(line)
}
