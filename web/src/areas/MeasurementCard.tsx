// SPDX-License-Identifier: EUPL-1.2
// One indicator of an area: its value, and where it lies among districts, new towns and neighbours.
import type { AreaProfile, Measurement } from '../api/types'
import { toneOfBand } from '../monitor/words'
import { Figure } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { originOf, type Cell } from '../shared/tableFile'
import { Tag, toneOf } from '../shared/Tag'
import { Strip, type StripRow } from './Strip'
import { spreadOf } from './strip'

interface CardProps {
  measurement: Measurement
  area: { name: string; level: string }
  /** Where the figure stands among all areas of its kind in the country. */
  standing?: AreaProfile['scores'][number] | undefined
  /** Figures of all neighbourhoods and of all districts of the city in the same period. */
  peers: { neighbourhood: number[]; district: number[] }
}

/** A row with a dot for each area of the city, where they are known. */
const rowOf = (key: string, title: string, dots: number[], spread?: StripRow['spread']): StripRow =>
  dots.length > 1 ? { key, title, spread: spreadOf(dots), dots } : { key, title, spread }

export function MeasurementCard({ measurement, area, standing, peers }: CardProps) {
  const { m, text, label, language } = useLanguage()
  const { value, city, status, unit, decimals, period } = measurement
  const areaName = area.name
  const isCity = area.level === 'municipality'
  const score = standing?.score
  const rows: StripRow[] = [
    ...(area.level === 'neighbourhood' ? [rowOf('neighbourhoods', m('areas.neighbourhoods'), peers.neighbourhood)] : []),
    rowOf('districts', m('areas.districts'), area.level === 'district' ? peers.district : [], measurement.districts),
    ...(standing ? [countryRow(m('areas.country'), standing)] : []),
    { key: 'new_towns', title: m('areas.newTowns'), spread: measurement.newTowns },
    { key: 'neighbours', title: m('areas.neighbours'), spread: measurement.neighbours },
  ]
  // Counts of a district say nothing beside those of whole municipalities.
  const comparable =
    isCity || unit === '%' || measurement.polarity !== 'neutral' ? rows : rows.filter(({ spread }) => spread).slice(0, 1)
  const title = text(measurement.title)
  const lead = (
    <>
      <span className="measurement-value">
        <Num
          value={value}
          unit={unit}
          decimals={decimals}
          provenance={{
            title: `${title}, ${areaName}`,
            definition: text(measurement.definition),
            period,
            status,
            note: measurement.note,
            sources: [measurement.source],
            subject: { kind: 'indicator', id: measurement.indicator },
          }}
        />
      </span>{' '}
      <span className="soft">{formatPeriod(period, language)}</span>{' '}
      {status !== 'final' && <Tag tone={toneOf(status)}>{label('areas.status', status)}</Tag>}
      {score && (
        <span className="measurement-band">
          <Tag tone={toneOfBand(score.band)}>{m(`monitor.band.${score.band}`)}</Tag>{' '}
          <span className="soft">{m(`areas.amongAll.${score.level}`, { count: formatNumber(score.count, 0, language) })}</span>
        </span>
      )}
    </>
  )
  const number = { numeric: true, decimals }
  const table = {
    columns: [
      { title: m('areas.group') },
      { title: m('areas.count'), numeric: true },
      { title: m('areas.lowest'), ...number },
      { title: m('areas.p5'), ...number },
      { title: m('areas.p25'), ...number },
      { title: m('areas.median'), ...number },
      { title: m('areas.p75'), ...number },
      { title: m('areas.p95'), ...number },
      { title: m('areas.highest'), ...number },
    ],
    rows: [
      [areaName, '', '', '', '', value ?? null, '', '', ''],
      ...(isCity ? [] : [[m('areas.city'), '', '', '', '', city ?? null, '', '', '']]),
      ...comparable.map(spreadCells),
    ],
  }
  const origins = table.rows.map(() => originOf(measurement))
  const second = isCity || comparable.length === 1 ? undefined : { title: m('areas.city'), value: city }
  if (!comparable.some(({ spread }) => spread)) {
    return (
      <div className="card measurement">
        <h3>{title}</h3>
        <p className="figure-lead">{lead}</p>
        <p className="soft">{m('areas.noComparison')}</p>
      </div>
    )
  }
  return (
    <div className="card measurement">
      <Figure
        level={3}
        title={title}
        lead={lead}
        downloadName={measurement.indicator}
        fileTitle={`${title}, ${areaName}`}
        table={{ ...table, origins }}
        picture={
          <Strip
            label={title}
            rows={comparable.filter(({ spread }) => spread)}
            marker={{ title: areaName, value }}
            second={second}
            unit={unit}
            decimals={decimals}
          />
        }
      />
    </div>
  )
}

/** All areas of the kind in the country, of which only the spread is known. */
function countryRow(title: string, { score, spread }: AreaProfile['scores'][number]): StripRow {
  return {
    key: 'country',
    title,
    spread: { count: score.count, lowest: spread.p5, median: spread.p50, highest: spread.p95 },
    quartiles: { low: spread.p25, high: spread.p75 },
  }
}

/** Of thousands the lowest and highest are not known, of a few the percentiles say nothing. */
function spreadCells({ title, spread, quartiles }: StripRow): Cell[] {
  if (!spread) return [title, null, '', '', '', null, '', '', '']
  const { count, lowest, median, highest } = spread
  return quartiles
    ? [title, count, '', lowest, quartiles.low, median, quartiles.high, highest, '']
    : [title, count, lowest, '', '', median, '', '', highest]
}
