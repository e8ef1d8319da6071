// SPDX-License-Identifier: EUPL-1.2
// A value on the spread of others: a bar from lowest to highest with its median, a dot for each where known, and a marker.
// Where there are thousands, their quartiles instead: a line from 5 to 95%, and a bar for the half in the middle.
import { useLanguage } from '../shared/language'
import { useShownValue } from '../shared/Provenance'
import { useWidth } from '../shared/useWidth'
import { scaleOf, type Spread } from './strip'

export interface StripRow {
  key: string
  title: string
  spread: Spread | null | undefined
  dots?: number[]
  /** The half in the middle; `spread` then goes from 5 to 95%. */
  quartiles?: { low: number; high: number } | undefined
}

interface StripProps {
  label: string
  rows: StripRow[]
  marker: { title: string; value: number | null | undefined }
  second?: { title: string; value: number | null | undefined }
  unit: string
  decimals: number
}

const rowHeight = 30
const head = 24

export function Strip({ label, rows, marker, second, unit, decimals }: StripProps) {
  const { m } = useLanguage()
  const show = useShownValue()
  const [holder, width] = useWidth<HTMLDivElement>()
  const side = Math.min(130, width * 0.34)
  const known = rows.filter((row): row is StripRow & { spread: Spread } => Boolean(row.spread))
  const scale = scaleOf(
    [marker.value, second?.value, ...known.flatMap(({ spread }) => [spread.lowest, spread.highest])],
    side + 6,
    width - 8,
  )
  const height = head + known.length * rowHeight + 22
  if (!scale || known.length === 0) return <p className="soft">{m('areas.noComparison')}</p>
  const value = (of: number) => show(of, unit, decimals)
  const words = known.map(({ title, spread, quartiles }) => {
    const shown = { title, lowest: value(spread.lowest), median: value(spread.median), highest: value(spread.highest) }
    return quartiles
      ? m('areas.quartileWords', { ...shown, low: value(quartiles.low), high: value(quartiles.high) })
      : m('areas.spreadWords', shown)
  })
  const said = [marker, second]
    .filter((each) => typeof each?.value === 'number')
    .map((each) => `${each!.title} ${value(each!.value!)}`)
  return (
    <div ref={holder}>
      <svg
        className="picture strip"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${label}. ${[...said, ...words].join('. ')}`}
      >
        {known.map((row, index) => {
          const y = head + index * rowHeight + rowHeight / 2
          return (
            <g key={row.key}>
              <text className="strip-name" x="0" y={y + 4}>
                {row.title}
              </text>
              <line
                className={row.quartiles ? 'strip-whisker' : 'strip-range'}
                x1={scale.at(row.spread.lowest)}
                x2={scale.at(row.spread.highest)}
                y1={y}
                y2={y}
              />
              {row.quartiles && (
                <rect
                  className="strip-quartiles"
                  x={scale.at(row.quartiles.low)}
                  width={scale.at(row.quartiles.high) - scale.at(row.quartiles.low)}
                  y={y - 6}
                  height="12"
                />
              )}
              {row.dots?.map((dot, at) => (
                <circle key={at} className="strip-dot" cx={scale.at(dot)} cy={y} r="4" />
              ))}
              <line
                className="strip-median"
                x1={scale.at(row.spread.median)}
                x2={scale.at(row.spread.median)}
                y1={y - 8}
                y2={y + 8}
              />
            </g>
          )
        })}
        {typeof second?.value === 'number' && (
          <line className="strip-second" x1={scale.at(second.value)} x2={scale.at(second.value)} y1={head - 4} y2={height - 20} />
        )}
        {typeof marker.value === 'number' && (
          <g className="strip-marker" transform={`translate(${scale.at(marker.value)} 0)`}>
            <line y1={head - 6} y2={height - 20} />
            <path d={`M-7 ${head - 16}H7L0 ${head - 5}Z`} />
          </g>
        )}
        <text className="strip-end" x={scale.at(scale.lowest)} y={height - 4}>
          {value(scale.lowest)}
        </text>
        <text className="strip-end" x={scale.at(scale.highest)} y={height - 4} textAnchor="end">
          {value(scale.highest)}
        </text>
      </svg>
    </div>
  )
}

/** What the signs of a strip mean. */
interface LegendProps {
  marker: string
  second?: string | undefined
  dots?: boolean
  quartiles?: boolean
}

export function StripLegend({ marker, second, dots, quartiles }: LegendProps) {
  const { m } = useLanguage()
  return (
    <ul className="strip-legend">
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="strip-marker">
          <path d="M1 1H15L8 11Z" />
        </svg>
        {marker}
      </li>
      {second && (
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <line className="strip-second" x1="8" x2="8" y1="0" y2="16" />
          </svg>
          {second}
        </li>
      )}
      <li>
        <svg viewBox="0 0 28 16" aria-hidden="true" className="wide">
          <line className="strip-range" x1="3" x2="25" y1="8" y2="8" />
        </svg>
        {m('areas.legendRange')}
      </li>
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <line className="strip-median" x1="8" x2="8" y1="1" y2="15" />
        </svg>
        {m('areas.legendMedian')}
      </li>
      {quartiles && (
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true" className="wide">
            <line className="strip-whisker" x1="1" x2="27" y1="8" y2="8" />
            <rect className="strip-quartiles" x="8" width="12" y="2" height="12" />
          </svg>
          {m('areas.legendQuartiles')}
        </li>
      )}
      {dots && (
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle className="strip-dot" cx="8" cy="8" r="4.5" />
          </svg>
          {m('areas.legendDot')}
        </li>
      )}
    </ul>
  )
}
