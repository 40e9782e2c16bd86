// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Badge, Flex, Typography } from '@strapi/design-system'
import { isLocale, localeNames } from '@linea-comune/config'
import { originNames } from '../lexicon/differences'
import { attention } from '../ui/attention'
import { CompletenessMark } from '../ui/CompletenessMark'
import { languageName, onDay } from '../words'

/** The hook by which the content manager lets others change its lists. */
export const columnsHook = 'Admin/CM/pages/ListView/inject-column-in-table'

interface Row {
  locale?: string | null
  localizations?: { locale: string }[]
  [field: string]: unknown
}
interface Column {
  name: string
  label: unknown
  cellFormatter?: (row: Row) => ReactNode
}
interface Table<L> {
  displayedHeaders: Column[]
  layout: L
}

const ReviewDay = ({ value }: { value: unknown }) => {
  if (typeof value !== 'string') return null
  if (value > new Date().toISOString().slice(0, 10)) return <Typography textColor="neutral800">{onDay(value)}</Typography>
  return <Badge {...attention}>{`Da rivedere dal ${onDay(value)}`}</Badge>
}

const Languages = ({ codes }: { codes: string[] }) => (
  <Typography textColor="neutral800">
    {codes.map((code, index) => (
      <abbr key={code} title={isLocale(code) ? localeNames[code] : code} style={{ textDecoration: 'none' }}>
        {`${index === 0 ? '' : ', '}${code}`}
      </abbr>
    ))}
  </Typography>
)

/** Takes the lines it needs, so that the columns beside it stay in sight. */
const narrow = (text: unknown): ReactNode => (
  <Typography textColor="neutral800" tag="div" minWidth="14rem" maxWidth="24rem" style={{ whiteSpace: 'normal' }}>
    {typeof text === 'string' ? text : ''}
  </Typography>
)

const said = (text: string): ReactNode => <Typography textColor="neutral800">{text}</Typography>

const cells: Record<string, (row: Row) => ReactNode> = {
  completeness: ({ completeness, outdatedSince }) => (
    <Flex gap={1} wrap="wrap">
      <CompletenessMark level={completeness} />
      {typeof outdatedSince === 'string' && <Badge {...attention}>Traduzione da rivedere</Badge>}
    </Flex>
  ),
  language: ({ language }) => said(typeof language === 'string' ? languageName(language) : ''),
  active: ({ active }) => said(active === false ? 'No' : 'Sì'),
  origin: ({ origin }) => said(typeof origin === 'string' ? ((originNames as Record<string, string>)[origin] ?? origin) : ''),
  answerTitle: ({ answerTitle }) => narrow(answerTitle),
  confirmedBy: ({ confirmedBy }) => narrow(confirmedBy),
  confirmedOn: ({ confirmedOn }) => said(typeof confirmedOn === 'string' ? onDay(confirmedOn) : ''),
  reviewBy: (row) => <ReviewDay value={row.reviewBy} />,
  locales: ({ locale, localizations = [] }) => (
    <Languages codes={[...new Set([locale ?? '', ...localizations.map((other) => other.locale)])].filter((code) => code !== '').sort()} />
  ),
}

/** Cells that say in words what a row holds; the others stay as the content manager shows them. */
export const showInWords = <L,>({ displayedHeaders, layout }: Table<L>): Table<L> => ({
  displayedHeaders: displayedHeaders.map((column) => {
    const cell = cells[column.name]
    return cell === undefined ? column : { ...column, cellFormatter: cell }
  }),
  layout,
})
