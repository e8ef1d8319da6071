// SPDX-License-Identifier: EUPL-1.2
// A table as it leaves the page: its figures and, for each row, where they come from.
import type { Citation } from '../api/types'
import { formatPeriod } from './format'
import { useLanguage } from './language'

export type Cell = string | number | null | undefined

export interface TableFile {
  title: string
  columns: { title: string; decimals?: number }[]
  rows: Cell[][]
}

/** Where a row comes from, as far as the page knows. */
export interface Origin {
  period?: string
  status?: string
  sources?: Citation[]
}

interface OriginColumn {
  title: string
  of: (origin: Origin) => Cell
}

/** Of a figure that was measured. */
export function originOf(figure: { period: string; status: string; source: Citation } | undefined): Origin {
  return figure ? { period: figure.period, status: figure.status, sources: [figure.source] } : {}
}

/** Puts those columns behind the table that have something to say and are not in it yet. */
export function withColumns(table: TableFile, origins: Origin[], known: OriginColumn[]): TableFile {
  const titles = table.columns.map(({ title }) => title)
  const told = known.filter(({ title, of }) => !titles.includes(title) && origins.some((origin) => of(origin)))
  return {
    ...table,
    columns: [...table.columns, ...told.map(({ title }) => ({ title }))],
    rows: table.rows.map((row, index) => [...row, ...told.map(({ of }) => of(origins[index] ?? {}))]),
  }
}

export const isIllustrative = ({ status }: Origin) => status === 'illustrative'

/** How a source is named in a file, where it cannot be pressed. */
export function useSourceWords(): (citation: Citation) => string {
  const { m } = useLanguage()
  return ({ source, sourceTitle, section }) =>
    [sourceTitle ?? source, section && m('shared.section', { section })].filter(Boolean).join(', ')
}

/** Tables get period, status and source of every row with them, so that a made-up value is known as such elsewhere too. */
export function useWithOrigins(): (table: TableFile, origins: Origin[]) => TableFile {
  const { m, label, language } = useLanguage()
  const words = useSourceWords()
  const columns: OriginColumn[] = [
    { title: m('shared.period'), of: ({ period }) => period && formatPeriod(period, language) },
    { title: m('shared.statusTitle'), of: ({ status }) => status && label('shared.status', status) },
    { title: m('shared.source'), of: ({ sources }) => sources?.map(words).join('; ') },
  ]
  return (table, origins) => withColumns(table, origins, columns)
}
