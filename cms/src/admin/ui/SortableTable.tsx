// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState, type ReactNode } from 'react'
import { styled } from 'styled-components'
import { SelectField } from './SelectField'

interface Column<Row> {
  key: string
  heading: string
  /** What rows are put in order by. */
  value: (row: Row) => string | number
  cell?: (row: Row) => ReactNode
  number?: boolean
}

interface SortableTableProps<Row> {
  caption: string
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  th,
  td {
    padding: 1rem 1.2rem;
    text-align: left;
    vertical-align: top;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    overflow-wrap: break-word;
  }
  thead th {
    vertical-align: bottom;
  }
  tbody th {
    min-width: 20rem;
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  button {
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: none;
    border: 0;
    padding: 0.4rem 0;
    text-align: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  @media (max-width: 767px) {
    thead {
      display: none;
    }
    tr {
      display: block;
      padding: 1.2rem 0;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    }
    th,
    td,
    .number {
      min-width: 0;
      display: grid;
      grid-template-columns: 12rem minmax(0, 1fr);
      gap: 0.8rem;
      padding: 0.4rem 0;
      border: 0;
      text-align: left;
    }
    [data-heading]::before {
      content: attr(data-heading);
      color: ${({ theme }) => theme.colors.neutral600};
      font-weight: 400;
    }
  }
`

const OnNarrowScreens = styled.div`
  @media (min-width: 768px) {
    display: none;
  }
`

type Direction = 'ascending' | 'descending'
const arrows: Record<Direction, string> = { ascending: ' ↑', descending: ' ↓' }

const inOrder = <Row,>(rows: readonly Row[], { value }: Column<Row>, direction: Direction): Row[] =>
  [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'it')
    return direction === 'ascending' ? order : -order
  })

/** A table whose headings put it in order; on a narrow screen each row becomes a small list with its headings. */
export const SortableTable = <Row,>({ caption, columns, rows, rowKey }: SortableTableProps<Row>) => {
  const [{ by, direction }, setOrder] = useState<{ by: string; direction: Direction }>({ by: columns[0].key, direction: 'ascending' })
  const column = columns.find(({ key }) => key === by) ?? columns[0]
  const order = (key: string): void =>
    setOrder((before) => ({ by: key, direction: before.by === key && before.direction === 'ascending' ? 'descending' : 'ascending' }))
  return (
    <>
      <OnNarrowScreens>
        <SelectField
          label="Ordina per"
          value={by}
          onChange={order}
          options={columns.map(({ key, heading }) => ({ value: key, label: heading }))}
        />
      </OnNarrowScreens>
      <Table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined} aria-sort={key === by ? direction : undefined}>
                <button type="button" onClick={() => order(key)}>
                  {heading}
                  <span aria-hidden>{key === by ? arrows[direction] : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, column, direction).map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, heading, cell, value, number }, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell key={key} {...(index === 0 && { scope: 'row' })} className={number ? 'number' : undefined} data-heading={heading}>
                    <span>{cell ? cell(row) : value(row)}</span>
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
