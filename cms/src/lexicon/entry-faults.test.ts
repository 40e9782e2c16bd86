// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { entryFaults, type OtherEntry, type WrittenEntry } from './entry-faults'

const good: WrittenEntry = {
  language: 'it',
  says: ['l’ecomobile', 'eco mobile'],
  means: 'raccolta dei rifiuti ingombranti',
  reason: 'Così lo chiamano tutti.',
}
const other: OtherEntry = { says: ['le ecomobili'], means: 'centro di raccolta' }

describe('an entry of citizens’ words', () => {
  test.each<[why: string, entry: WrittenEntry, others?: OtherEntry[]]>([
    ['that says something, means something and says why', good],
    ['in another language', { ...good, language: 'de', says: ['Sperrmüll'] }],
    ['with blank lines, which count for nothing', { ...good, says: ['', ' ecomobile ', 'ecomobile'] }],
    ['that says what another one says too', good, [{ ...other, means: 'Raccolta rifiuti ingombranti' }]],
    ['beside others that say something else', good, [{ ...other, says: ['pozzetto'] }]],
  ])('%s is good', (_why, entry, others = []) => {
    expect(entryFaults(entry, others)).toEqual([])
  })

  test.each<[fault: string, field: string, entry: WrittenEntry, others?: OtherEntry[]]>([
    ['Scrivi almeno una parola o un’espressione, una per riga.', 'says', { ...good, says: [] }],
    ['Scrivi almeno una parola o un’espressione, una per riga.', 'says', { ...good, says: 'ecomobile' }],
    [
      'Le espressioni sono 21: al massimo 20.',
      'says',
      { ...good, says: Array.from({ length: 21 }, (_, index) => `parola ${String(index)}`) },
    ],
    ['è di 81 caratteri: al massimo 80.', 'says', { ...good, says: ['e'.repeat(81)] }],
    ['«di cui» non basta', 'says', { ...good, says: ['ecomobile', 'di cui'] }],
    ['In un’altra voce attiva «l’ecomobile» vuol dire «centro di raccolta»', 'says', good, [other]],
    ['Scrivi come lo chiama l’amministrazione', 'means', { ...good, means: '  ' }],
    ['Sono 121 caratteri: al massimo 120.', 'means', { ...good, means: 'm'.repeat(121) }],
    ['«per la» non basta', 'means', { ...good, means: 'per la' }],
    ['Scrivi perché', 'reason', { ...good, reason: null }],
    ['Sono 501 caratteri: al massimo 500.', 'reason', { ...good, reason: 'p'.repeat(501) }],
    ['Scegli la lingua', 'language', { ...good, language: 'es' }],
  ])('is refused: %s', (message, field, entry, others = []) => {
    expect(entryFaults(entry, others)).toEqual([{ field, message: expect.stringContaining(message) as string }])
  })

  test('is told everything that is wrong at once', () => {
    expect(entryFaults({ language: 'it' }, []).map(({ field }) => field)).toEqual(['says', 'means', 'reason'])
  })
})
