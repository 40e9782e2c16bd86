// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DomainError, type QuestionEvent } from '@linea-comune/config'
import { createQuestionLog } from './question-log.js'

const event = (): QuestionEvent => ({ kind: 'judged', questionId: randomUUID(), at: '2026-11-23T10:00:00.000Z', verdict: 'solved' })
const events = (count: number): QuestionEvent[] => Array.from({ length: count }, event)

/** A back office that is away for the first calls. */
const backOffice = (awayFor = 0) => {
  const batches: QuestionEvent[][] = []
  const faults: unknown[] = []
  let calls = 0
  return {
    batches,
    faults,
    options: {
      everyMs: 1,
      onError: (error: unknown) => faults.push(error),
      send: (batch: QuestionEvent[]) => {
        if (calls++ < awayFor) return Promise.reject(new Error('away'))
        batches.push(batch)
        return Promise.resolve()
      },
    },
  }
}

test('what was added is sent once, in its order, in batches of the agreed size', async () => {
  const { options, batches } = backOffice()
  const log = createQuestionLog(options)
  const added = events(1201)
  added.forEach(log.add)
  await log.close()
  expect(batches.map(({ length }) => length)).toEqual([500, 500, 201])
  expect(batches.flat()).toEqual(added)
})

test('what could not be sent comes again', async () => {
  const { options, batches, faults } = backOffice(2)
  const log = createQuestionLog(options)
  const [first] = events(1)
  if (first === undefined) throw new Error('no event')
  log.add(first)
  await expect.poll(() => batches.flat()).toEqual([first])
  expect(faults).toHaveLength(2)
  await log.close()
})

test('while the back office is away the newest are kept', async () => {
  const { options, batches } = backOffice()
  const log = createQuestionLog({ ...options, everyMs: 60_000, most: 3 })
  const added = events(504)
  added.forEach(log.add)
  await log.close()
  expect(batches.flat()).toEqual(added.slice(-3))
})

test('what the back office would refuse never waits, and holds nothing up', async () => {
  const { options, batches } = backOffice()
  const log = createQuestionLog(options)
  const [good] = events(1)
  if (good === undefined) throw new Error('no event')
  log.add({ kind: 'opened', questionId: '11111111-1111-1111-1111-111111111111', at: good.at, documentId: 'x' })
  log.add({ kind: 'opened', questionId: randomUUID(), at: good.at, documentId: '' })
  log.add(good)
  await log.close()
  expect(batches.flat()).toEqual([good])
})

test('a question against the contract is left out when its batch is refused, and the others go', async () => {
  const { options, batches } = backOffice()
  const asked = (ente: string): QuestionEvent => ({
    ...{ kind: 'asked', questionId: randomUUID(), at: '2026-11-23T10:00:00.000Z', ente, locale: 'it', text: 'carta d’identità' },
    ...{ outcome: 'none', degraded: false, ranked: [], probability: { first: 0, three: 0 } },
    ...{ matter: 'words:cart', need: '', topic: '', outOfScope: false },
  })
  const isRight = (event: QuestionEvent): boolean => event.kind !== 'asked' || event.ente !== ''
  const log = createQuestionLog({
    ...options,
    send: (batch) => (batch.every(isRight) ? options.send(batch) : Promise.reject(new DomainError('invalid-input'))),
  })
  const good = [asked('c_a001'), asked('c_a002')]
  ;[asked(''), ...good, asked('')].forEach(log.add)
  await log.close()
  expect(batches.flat()).toEqual(good)
})

test('a batch that is refused all the same is given up, and the next one goes', async () => {
  const { options, batches, faults } = backOffice()
  let refused = false
  const log = createQuestionLog({
    ...options,
    send: (batch) => {
      if (refused) return options.send(batch)
      refused = true
      return Promise.reject(new DomainError('invalid-input'))
    },
  })
  const added = events(501)
  added.forEach(log.add)
  await log.close()
  expect([batches.flat(), faults.length]).toEqual([added.slice(500), 1])
})
