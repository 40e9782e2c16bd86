// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntePage } from '@linea-comune/search'
import { describe, expect, it } from 'vitest'
import { createEnteDirectory } from './ente-directory.js'

// Only what the directory looks at.
const ente = (slug: string, lifecycle: EntePage['lifecycle'] = 'active'): EntePage => ({ slug, name: slug, lifecycle }) as EntePage

const setUp = (answers: (EntePage[] | Error)[]) => {
  let now = 0
  let reads = 0
  const directory = createEnteDirectory(
    () => {
      const answer = answers[Math.min(reads, answers.length - 1)] ?? []
      reads += 1
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    () => now,
  )
  return { directory, wait: (ms: number) => (now += ms), reads: () => reads }
}

describe('the directory of Enti', () => {
  it('remembers them while the engine is down', async () => {
    const { directory, wait } = setUp([[ente('valdombra')], new Error('down')])
    expect(await directory.bySlug('valdombra')).not.toBeNull()
    wait(60_000)
    expect(await directory.bySlug('valdombra')).not.toBeNull()
  })
  it('fails only when it never knew them', async () => {
    await expect(setUp([new Error('down')]).directory.all()).rejects.toThrow('down')
  })
  it('finds an Ente that was added a moment ago', async () => {
    const { directory, wait } = setUp([[ente('altro')], [ente('altro'), ente('nuovo')]])
    expect(await directory.bySlug('nuovo')).toBeNull()
    wait(2_000)
    expect(await directory.bySlug('nuovo')).not.toBeNull()
  })
  it('remembers them while an index that lost everything is filled again', async () => {
    const { directory, wait } = setUp([[ente('valdombra')], []])
    await directory.all()
    wait(60_000)
    expect(await directory.bySlug('valdombra')).not.toBeNull()
    wait(60_000)
    expect(await directory.bySlug('valdombra')).not.toBeNull()
  })
  it('does not say that an Ente does not exist while it knows none', async () => {
    const { directory } = setUp([[]])
    expect(await directory.all()).toEqual([])
    await expect(directory.bySlug('valdombra')).rejects.toThrow()
  })
  it('does not ask again for every page', async () => {
    const { directory, reads } = setUp([[ente('valdombra')]])
    await directory.all()
    await directory.bySlug('valdombra')
    await directory.bySlug('ignoto')
    expect(reads()).toBe(1)
  })
  it('leaves out who left, and still knows them by their address', async () => {
    const { directory } = setUp([[ente('a', 'left'), ente('b'), ente('c', 'suspended')]])
    expect((await directory.all()).map(({ slug }) => slug)).toEqual(['b', 'c'])
    expect(await directory.bySlug('a')).toMatchObject({ lifecycle: 'left' })
  })
})
