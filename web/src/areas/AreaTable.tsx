// SPDX-License-Identifier: EUPL-1.2
// The table beside the map: each area by name, with its figure and its band.
import { bandBorders, bandOf } from '../shared/bands'
import { DataTable, type Column } from '../shared/DataTable'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num, useShownSpan, useTitleWithUnit } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { Tag, toneOf } from '../shared/Tag'
import type { Area, Indicator, Level } from './areaRegister'

interface AreaTableProps {
  areas: Area[]
  indicator: Indicator
  level: Level
}

/** A figure of an area that can be pressed, or why there is none. */
export function AreaNum({ area, indicator }: { area: Area; indicator: Indicator }) {
  const { m, text, label } = useLanguage()
  const figure = area.figures[indicator.id]
  if (!figure) return <span className="no-figure">{m('areas.noFigure')}</span>
  if (typeof figure.value !== 'number') return <Tag tone={toneOf(figure.status)}>{label('areas.status', figure.status)}</Tag>
  return (
    <>
      <Num
        value={figure.value}
        unit={indicator.unit}
        decimals={indicator.decimals}
        provenance={{
          title: `${text(indicator.title)}, ${area.name}`,
          definition: text(indicator.definition),
          period: figure.period,
          status: figure.status,
          sources: [figure.source],
          subject: { kind: 'indicator', id: indicator.id },
        }}
      />
      {figure.status !== 'final' && (
        <>
          {' '}
          <Tag tone={toneOf(figure.status)}>{label('areas.status', figure.status)}</Tag>
        </>
      )}
    </>
  )
}

export function AreaTable({ areas, indicator, level }: AreaTableProps) {
  const { m, text, language } = useLanguage()
  const showSpan = useShownSpan()
  const titleWithUnit = useTitleWithUnit()
  const borders = bandBorders(areas.map((area) => area.figures[indicator.id]?.value ?? null))
  const valueOf = (area: Area) => area.figures[indicator.id]?.value
  const bandWords = (area: Area) => {
    const value = valueOf(area)
    if (typeof value !== 'number') return ''
    const band = bandOf(value, borders)
    return showSpan(borders[band - 1]!, borders[band] ?? borders[band - 1]!, indicator.unit, indicator.decimals)
  }
  const columns: Column<Area>[] = [
    {
      key: 'name',
      title: m(level === 'district' ? 'areas.district' : 'areas.neighbourhood'),
      value: (area) => area.name,
      rowHeader: true,
      cell: (area) => <Link to={documentPath(area.level, area.id)}>{area.name}</Link>,
    },
    { key: 'code', title: m('areas.code'), value: (area) => area.id, onlyInFile: true },
    {
      key: 'value',
      title: text(indicator.title),
      fileTitle: titleWithUnit(text(indicator.title), indicator.unit),
      value: valueOf,
      numeric: true,
      decimals: indicator.decimals,
      cell: (area) => <AreaNum area={area} indicator={indicator} />,
    },
    {
      key: 'band',
      title: m('areas.band'),
      value: (area) => valueOf(area) ?? null,
      fileValue: bandWords,
      cell: bandWords,
    },
    {
      key: 'period',
      title: m('areas.period'),
      value: (area) => area.figures[indicator.id]?.period,
      cell: (area) => formatPeriod(area.figures[indicator.id]?.period ?? '', language),
    },
  ]
  return (
    <DataTable
      caption={`${text(indicator.title)}: ${m('areas.table')}`}
      columns={columns}
      rows={areas}
      rowKey={({ id }) => id}
      downloadName={`${level}-${indicator.id}`}
      origin={({ figures }) => originOf(figures[indicator.id])}
    />
  )
}
