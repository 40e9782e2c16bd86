// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { webhookHeaders } from './sign-webhook'

test('a webhook is signed as in the example of Standard Webhooks', () => {
  // Vector of the specification's reference libraries.
  const headers = webhookHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    '{"test": 2432232314}',
    new Date(1_614_265_330_000),
  )
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
