// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { RawRow } from '../import-row'
import { textFileOf } from '../read/text-file'
import { looksLikeCollected, readCollected } from './collected-sheets'

// Texts as sites of eight Comuni have them.
const documents =
  'Per accedere al servizio occorre: | ISEE in corso di validità | documento di identità del richiedente | copia del permesso di soggiorno, per chi non è cittadino dell’Unione'
const row = (changes: object = {}) => ({
  id: 'wp_rest:074012:1',
  titolo: 'Bonus sociale',
  tipo: 'servizio',
  sommario: 'Per accedere al servizio occorre:',
  testo: documents,
  ente: 'Comune di Ostuni',
  codice_istat: '074012',
  url: 'https://www.comune.ostuni.example/servizio/bonus-sociale/',
  ...changes,
})
const read = async (...rows: unknown[]): Promise<RawRow[]> => {
  const found: RawRow[] = []
  for await (const one of readCollected(textFileOf('raccolta.json', JSON.stringify(rows)))) found.push(one)
  return found
}
const first = async (changes: object): Promise<RawRow | undefined> => (await read(row(changes)))[0]

describe('a sheet collected from a site', () => {
  it('keeps whose it is by name, and its text as a list of what one needs', async () => {
    expect(await first({ tipo: 'contributo_economico' })).toMatchObject({
      list: 'sheets',
      row: 1,
      faults: [],
      owner: { name: 'Comune di Ostuni', istatCode: '074012' },
      raw: {
        id: 'wp_rest:074012:1',
        title: 'Bonus sociale',
        summary: undefined,
        needed:
          'Per accedere al servizio occorre:\n\n- ISEE in corso di validità\n- documento di identità del richiedente\n- copia del permesso di soggiorno, per chi non è cittadino dell’Unione',
        keywords: ['contributo economico'],
        provenance: 'https://www.comune.ostuni.example/servizio/bonus-sociale/',
      },
    })
    expect((await first({}))?.toComplete).toBeUndefined()
  })

  it('is divided where it carries the headings of the Modello Comuni', async () => {
    const testo = `A chi è rivolto | A chi abita nel Comune da almeno un anno. | Come fare: compila la domanda e portala all’ufficio protocollo, dal lunedì al venerdì. | Quanto costa | Il servizio è gratuito.`
    expect((await first({ testo }))?.raw).toMatchObject({
      audience: 'A chi abita nel Comune da almeno un anno.',
      howTo: 'compila la domanda e portala all’ufficio protocollo, dal lunedì al venerdì.',
      costs: 'Il servizio è gratuito.',
    })
  })

  it('says each thing once', async () => {
    const testo = `${documents} | ISEE in corso di validità. | - | Documento di identità del richiedente;`
    expect((await first({ testo }))?.raw).toMatchObject({ needed: expect.stringMatching(/^[^]*Unione$/) as string })
  })

  it.each([
    ['Novità', documents, 'title', 'voce del menu'],
    ['Anagrafe', 'Anagrafe In evidenza Pubblicazioni Vai alla Pagina Convivenze Vai alla Pagina', 'testo', 'pagina intera del sito'],
  ])('«%s» is no service', async (titolo, testo, field, sentence) => {
    expect((await first({ titolo, testo }))?.faults).toMatchObject([{ field, reason: expect.stringContaining(sentence) as string }])
  })

  it.each([
    ['', {}, 'non ha nessun testo'],
    ['Informazione non disponibile | Informazione non disponibile', {}, 'testo provvisorio («Informazione non disponibile'],
    ['sdds', {}, 'testo provvisorio («sdds»)'],
    ['. | .', {}, 'non dice niente'],
    ['Acquisizione della sentenza. | Acquisizione della sentenza', {}, 'troppo breve per bastare a un cittadino (28 caratteri)'],
    [`${documents} | Il modulo si trova al seguente link`, {}, 'un collegamento che nel testo non c’è'],
    [documents, { url: 'https://comune.example/aree-tematiche/storia/' }, 'non dal catalogo dei servizi'],
    [documents, { scadenza: '2020-01-31' }, 'è scaduta il 2020-01-31'],
  ])('with the text «%s» is for an editor to complete', async (testo, changes, sentence) => {
    const found = await first({ testo, ...changes })
    expect(found?.faults).toEqual([])
    expect(found?.toComplete).toEqual([expect.stringContaining(sentence) as string])
  })

  it('whose text stands in many sheets of its Ente is to be completed, however it is set', async () => {
    const other = `${documents.replace('occorre:', 'occorre')} `
    const rows = await read(
      row({ id: 'a', titolo: 'A' }),
      row({ id: 'b', titolo: 'B', testo: other }),
      row({ id: 'c', titolo: 'C' }),
      row({ id: 'd', titolo: 'D', codice_istat: '058009', ente: 'Comune di Ariccia' }),
    )
    expect(rows.map(({ toComplete }) => toComplete?.[0]?.includes('sta in 3 schede'))).toEqual([true, true, true, undefined])
  })

  it('of the same title as another of its Ente is refused', async () => {
    const [, second, elsewhere] = await read(row(), row({ id: 'b', titolo: 'BONUS SOCIALE ' }), row({ id: 'c', codice_istat: '058009' }))
    expect(second?.faults).toEqual([{ field: 'title', reason: 'c’è già una scheda con lo stesso titolo, alla riga 1' }])
    expect(elsewhere?.faults).toEqual([])
  })
})

it('a model sheet has its sections under their own headings', async () => {
  const sheet = {
    titolo: 'Pagamento IMU',
    descrizione_breve: 'L’imposta municipale.',
    sezioni: { 'A chi è rivolto': 'Ai proprietari di immobili, tranne l’abitazione principale.', Descrizione: 'Si paga due volte l’anno.' },
    argomenti: ['Abitazione'],
  }
  expect(await read(sheet)).toMatchObject([
    {
      raw: {
        id: 'pagamento-imu',
        summary: 'L’imposta municipale.',
        audience: 'Ai proprietari di immobili, tranne l’abitazione principale.',
        furtherInfo: 'Si paga due volte l’anno.',
        topics: ['Abitazione'],
      },
    },
  ])
})

it.each([
  ['[{"id":"a","titolo":"B","testo":"C"}]', true],
  ['[{"id":1,"class":"public_service"}]', false],
  ['{"sheets":[]}', false],
])('%s is of this kind: %s', (text, is) => {
  expect(looksLikeCollected(textFileOf('a.json', text))).toBe(is)
})
