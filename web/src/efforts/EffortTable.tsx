// SPDX-License-Identifier: EUPL-1.2
import { DataTable, type Column } from '../shared/DataTable'
import { DocumentTitle } from '../shared/DocumentTitle'
import { formatDate, formatEuro } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Num, useTitleWithUnit } from '../shared/Provenance'
import { Tag, toneOf } from '../shared/Tag'
import { states, type EffortRow } from './effortRows'

/** 'van … tot …' as far as known. */
export function usePeriodWords(): (starts: string | undefined, ends: string | undefined) => string {
  const { m, language } = useLanguage()
  return (starts, ends) => {
    if (starts && ends) return `${formatDate(starts, language, 'short')}–${formatDate(ends, language, 'short')}`
    if (starts) return m('efforts.from', { date: formatDate(starts, language, 'short') })
    return ends ? m('efforts.until', { date: formatDate(ends, language, 'short') }) : ''
  }
}

export function EffortTable({ rows, caption, name }: { rows: EffortRow[]; caption: string; name: string }) {
  const { m, text, label, language } = useLanguage()
  const period = usePeriodWords()
  const titleWithUnit = useTitleWithUnit()
  const columns: Column<EffortRow>[] = [
    {
      key: 'title',
      title: m('efforts.name'),
      value: (row) => text(row.title),
      rowHeader: true,
      cell: (row) => <DocumentTitle kind="effort" of={row} />,
    },
    {
      key: 'state',
      title: m('efforts.state'),
      value: (row) => states.indexOf(row.state),
      fileValue: (row) => label('edit.values', row.state),
      cell: (row) => <Tag tone={toneOf(row.state)}>{label('edit.values', row.state)}</Tag>,
    },
    {
      key: 'period',
      title: m('efforts.period'),
      value: (row) => row.starts ?? row.ends,
      fileValue: (row) => period(row.starts, row.ends),
      cell: (row) => period(row.starts, row.ends),
    },
    { key: 'areas', title: m('efforts.area'), value: (row) => row.areas.map(({ title }) => text(title)).join(', ') },
    { key: 'challenges', title: m('efforts.challenges'), value: (row) => row.challenges.length, numeric: true },
    {
      key: 'costs',
      title: m('efforts.costs'),
      fileTitle: titleWithUnit(m('efforts.costs'), 'EUR'),
      value: (row) => row.costs,
      numeric: true,
      cell: (row) =>
        row.costs === null || row.costs === undefined ? (
          <span className="soft">{m('efforts.unknown')}</span>
        ) : (
          <Num
            value={row.costs}
            shown={formatEuro(row.costs, language, 'short')}
            provenance={{
              title: m('efforts.costsOf', { title: text(row.title) }),
              definition: m('efforts.costsMeaning'),
              status: row.costsStatus,
              sources: row.sources,
              subject: { kind: 'effort', id: row.id },
            }}
          />
        ),
    },
    {
      key: 'costsStatus',
      title: m('efforts.costsStatus'),
      value: (row) => row.costsStatus && label('shared.status', row.costsStatus),
      onlyInFile: true,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      downloadName={name}
      origin={({ status, sources }) => ({ status, sources })}
    />
  )
}
