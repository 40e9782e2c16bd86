// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { hashOfTexts, textsOf } from './translated-texts'

const texts = textsOf('api::service-sheet.service-sheet') ?? []
const sheet = {
  title: 'Carta d’identità',
  summary: 'Come averla.',
  costs: '22,21 €',
  reviewBy: '2027-01-01',
  keywords: ['cie'],
  active: true,
}
const same = (changed: Record<string, unknown>): boolean => hashOfTexts(texts, sheet) === hashOfTexts(texts, { ...sheet, ...changed })

describe('what a translation translates', () => {
  it.each([
    ['a price', { costs: '25 €' }],
    ['a section that was empty', { times: 'Sei giorni.' }],
    ['a section taken away', { costs: null }],
    ['the title', { title: 'Carta d’identità elettronica' }],
    ['the reason why the service is not active', { inactiveReason: 'Chiuso per lavori.' }],
  ])('changes with %s', (_name, changed) => {
    expect(same(changed)).toBe(false)
  })

  it.each([
    ['the date of the next review', { reviewBy: '2028-01-01' }],
    ['words to search by', { keywords: ['cie', 'documento'] }],
    ['the state of the service', { active: false }],
    ['line breaks and spaces', { summary: '  Come\n\naverla. ' }],
    ['an empty text that was missing', { times: '' }],
  ])('does not change with %s', (_name, changed) => {
    expect(same(changed)).toBe(true)
  })

  it('is known for what has languages, and for nothing else', () => {
    expect(textsOf('api::faq.faq')).toEqual(['question', 'answer'])
    expect(textsOf('api::office.office')).toBeUndefined()
  })
})
