// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { RawRow } from '../import-row'
import { textFileOf } from '../read/text-file'
import { looksLikeIpa, readIpa } from './ipa'

const read = async (text: string): Promise<{ rows: RawRow[]; warnings: string[] }> => {
  const rows: RawRow[] = []
  const warnings: string[] = []
  for await (const row of readIpa(textFileOf('enti.csv', text), ({ message }) => warnings.push(message))) rows.push(row)
  return { rows, warnings }
}

describe('a list of Comuni with the codes of ISTAT', () => {
  const heading = 'codice_istat,codice_catastale,codice_ipa,nome,provincia,regione,sito,indirizzo,pec\n'

  it('gives Enti that are known and do not take part', async () => {
    const { rows } = await read(
      `${heading}001002,A109,c_a109,Airasca,TO,Piemonte,www.comune.airasca.to.it,"Via Roma, 118, 10060 Airasca, (TO)",airasca@pec.example\n`,
    )
    expect(rows).toMatchObject([
      {
        list: 'enti',
        row: 2,
        faults: [],
        raw: {
          code: 'c_a109',
          name: 'Comune di Airasca',
          kind: 'comune',
          lifecycle: 'known',
          province: 'TO',
          istatCode: '001002',
          website: 'https://www.comune.airasca.to.it',
          address: { street: 'Via Roma, 118', postalCode: '10060', city: 'Airasca' },
          pec: 'airasca@pec.example',
        },
      },
    ])
  })

  it('takes names of Province, and ISTAT codes that lost their zeros', async () => {
    const { rows } = await read(`${heading}1002,,c_a109,Airasca,Torino,Piemonte,,,\n40007,,c_c573,Cesena,,,,,\n`)
    expect(rows.map(({ raw }) => raw)).toMatchObject([
      { province: 'TO', istatCode: '001002' },
      { province: 'FC', istatCode: '040007' },
    ])
  })

  it('names a Comune without a code, and leaves out what is not an address', async () => {
    const { rows } = await read(`${heading}006113,,,Murisengo,AL,Piemonte,in costruzione,Piazza della Vittoria,nessuna\n`)
    expect(rows[0]?.faults).toEqual([{ field: 'code', reason: 'Murisengo non ha il codice IPA, che è ciò che lo distingue dagli altri' }])
    expect(rows[0]?.warnings).toHaveLength(2)
    expect(rows[0]?.raw).toMatchObject({ address: { street: 'Piazza della Vittoria' }, website: undefined })
  })
})

describe('the open data of the index', () => {
  const heading =
    'Codice_IPA;Denominazione_ente;Codice_fiscale_ente;Codice_Categoria;Ente_in_liquidazione;Codice_comune_ISTAT;CAP;Indirizzo;Mail1;Tipo_Mail1;Mail2;Tipo_Mail2;Sito_istituzionale\n'

  it('gives Comuni, unions, Province; others and those being closed are counted', async () => {
    const { rows, warnings } = await read(
      heading +
        'c_l378;Comune di Trento;00355870221;L6;N;022205;38122;Via Belenzani 19;info@comune.example;altro;pec@comune.example;pec;www.comune.trento.it\n' +
        'ucvt;Unione dei Comuni;1;L18;N;022205;;;;;;;\n' +
        'cons;Consorzio tra Comuni;1;L6;N;022205;;;;;;;\n' +
        'istsc_1;Liceo Classico;1;L33;N;022205;;;;;;;\n' +
        'c_x;Comune che fu;1;L6;S;022205;;;;;;;\n',
    )
    expect(rows.map(({ raw }) => raw)).toMatchObject([
      {
        code: 'c_l378',
        name: 'Comune di Trento',
        kind: 'comune',
        province: 'TN',
        istatCode: '022205',
        email: 'info@comune.example',
        pec: 'pec@comune.example',
        address: { street: 'Via Belenzani 19', postalCode: '38122' },
      },
      { code: 'ucvt', kind: 'unione', province: 'TN', istatCode: undefined },
      { code: 'cons', kind: 'altro' },
    ])
    expect(warnings).toEqual([
      '1 righe di altre amministrazioni (scuole, ministeri, società…): non importate',
      '1 righe di Enti in liquidazione: non importate',
    ])
  })
})

it.each([
  ['codice_istat,codice_ipa,nome', true],
  ['Codice_IPA\tDenominazione_ente', true],
  ['id;ente;title', false],
])('%s is of the index: %s', (text, is) => {
  expect(looksLikeIpa(textFileOf('a.csv', text))).toBe(is)
})
