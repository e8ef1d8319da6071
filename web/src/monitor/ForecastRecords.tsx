// SPDX-License-Identifier: EUPL-1.2
// The report card of the forecasts, by how far ahead they looked.
import type { CityState, Schemas } from '../api/types'
import { DataTable, type Column } from '../shared/DataTable'
import { useLanguage } from '../shared/language'
import { useWords } from './useWords'

type ForecastRecord = Schemas['ForecastRecord']

export function ForecastRecords({ state: { forecastRecords } }: { state: CityState }) {
  const { m } = useLanguage()
  const words = useWords()
  const columns: Column<ForecastRecord>[] = [
    {
      key: 'ahead',
      title: m('monitor.recordAhead'),
      value: ({ nearest }) => nearest,
      fileValue: words.ahead,
      cell: words.ahead,
      rowHeader: true,
    },
    { key: 'count', title: m('monitor.recordCount'), value: ({ forecasts }) => forecasts, numeric: true },
    {
      key: 'within',
      title: m('monitor.recordWithin'),
      value: ({ within, forecasts }) => (100 * within) / forecasts,
      cell: ({ within, forecasts }) => words.percent(within / forecasts),
      numeric: true,
    },
    {
      key: 'skill',
      title: m('monitor.recordSkill'),
      value: ({ skill }) => 100 * skill,
      cell: ({ skill }) => words.percent(skill),
      numeric: true,
    },
  ]
  return (
    <>
      <p className="figure-lead">{m('monitor.recordsLead')}</p>
      <DataTable
        caption={m('monitor.recordsTable')}
        columns={columns}
        rows={forecastRecords}
        rowKey={({ nearest }) => String(nearest)}
        downloadName="voorspellingen"
        origin={() => ({ status: 'derived' })}
      />
    </>
  )
}
