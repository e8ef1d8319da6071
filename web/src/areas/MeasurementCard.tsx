// SPDX-License-Identifier: EUPL-1.2
// One indicator of an area: its value, and where it lies among districts, new towns and neighbours.
import type { Measurement, Schemas } from '../api/types'
import { toneOfBand } from '../monitor/words'
import { Figure } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { Tag, toneOf } from '../shared/Tag'
import { Strip, type StripRow } from './Strip'
import { spreadOf } from './strip'

interface CardProps {
  measurement: Measurement
  area: { name: string; level: string }
  /** Where the figure stands among all areas of its kind in the country. */
  score?: Schemas['Score'] | undefined
  /** Figures of areas like this one. */
  peers: number[]
}

export function MeasurementCard({ measurement, area, score, peers }: CardProps) {
  const { m, text, label, language } = useLanguage()
  const { value, city, status, unit, decimals, period } = measurement
  const areaName = area.name
  const isCity = area.level === 'municipality'
  const rows: StripRow[] = [
    ...(peers.length > 1
      ? [{ key: 'neighbourhoods', title: m('areas.neighbourhoods'), spread: spreadOf(peers), dots: peers }]
      : []),
    { key: 'districts', title: m('areas.districts'), spread: measurement.districts },
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
      { title: m('areas.median'), ...number },
      { title: m('areas.highest'), ...number },
    ],
    rows: [
      [areaName, null, value ?? null, value ?? null, value ?? null],
      ...(isCity ? [] : [[m('areas.city'), null, city ?? null, city ?? null, city ?? null]]),
      ...comparable.map(({ title: name, spread }) => [
        name,
        spread?.count ?? null,
        spread?.lowest ?? null,
        spread?.median ?? null,
        spread?.highest ?? null,
      ]),
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
            rows={comparable}
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
