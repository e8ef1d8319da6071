// SPDX-License-Identifier: EUPL-1.2
// The figures of an area in time, and what was expected for the last of them.
import { linear, roundTicks, yearOf } from '../monitor/scales'
import { useWords } from '../monitor/useWords'
import { Figure } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useShownValue, useTitleWithUnit } from '../shared/Provenance'
import { useWidth } from '../shared/useWidth'
import { digitsOf, type Signal } from './words'

export function SignalPicture({ signal, level }: { signal: Signal; level: 3 | 4 }) {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const words = useWords()
  const digits = digitsOf(signal)
  const table = {
    columns: [
      { title: m('shared.period') },
      { title: titleWithUnit(text(signal.indicator.title), signal.unit), numeric: true, decimals: signal.decimals },
      { title: m('signals.expected'), numeric: true, decimals: digits },
      { title: m('signals.interval') },
    ],
    rows: signal.history.map(({ period, value }) =>
      period === signal.period
        ? [formatPeriod(period, language), value, signal.expected.value, words.interval(signal.expected, digits)]
        : [formatPeriod(period, language), value, '', ''],
    ),
    origins: signal.history.map(({ period }) => ({ period, sources: signal.source ? [signal.source] : [] })),
  }
  return (
    <Figure
      level={level}
      title={m('signals.inTime')}
      fileTitle={`${text(signal.indicator.title)}, ${text(signal.area.title)}`}
      downloadName={`signaal-${signal.id}`}
      table={table}
      picture={<Chart signal={signal} />}
    />
  )
}

const height = 150
const top = 12
const bottom = height - 26

function Chart({ signal }: { signal: Signal }) {
  const { m, text, language } = useLanguage()
  const show = useShownValue()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 220)
  const { history, expected, unit, decimals, period } = signal
  const points = history.map((each) => ({ ...each, year: yearOf(each.period) }))
  const at = yearOf(period)
  const values = [...points.map(({ value }) => value), expected.lower, expected.upper]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low) * 0.12 || 1
  const ticks = roundTicks(low - air, high + air, 4)
  const bare = (value: number) => show(value, unit === 'EUR' ? unit : '', Number.isInteger(value) ? 0 : Math.max(decimals, 1))
  const side = Math.max(...ticks.map((tick) => bare(tick).length)) * 7.5 + 10
  const years = points.map(({ year }) => year)
  const [first, last] = [Math.min(...years, at), Math.max(...years, at)]
  const x = linear(first, last === first ? first + 1 : last, side + 10, width - 18)
  const y = linear(low - air, high + air, bottom, top)
  const shownYears = roundTicks(first, last, Math.max(2, Math.floor(width / 90))).filter(Number.isInteger)
  const name = (of: string, value: number) => `${formatPeriod(of, language)}: ${show(value, unit, decimals)}`
  const said = [
    ...points.map((each) => name(each.period, each.value)),
    `${m('signals.expected')}: ${show(expected.value, unit, digitsOf(signal))}`,
  ].join('. ')
  return (
    <div ref={holder}>
      <svg
        className="picture series-chart signal-chart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${text(signal.indicator.title)}, ${text(signal.area.title)}. ${said}`}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="series-grid" x1={side} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className="series-tick" x={side - 6} y={y(tick) + 4} textAnchor="end">
              {bare(tick)}
            </text>
          </g>
        ))}
        {shownYears.map((year) => (
          <text key={year} className="series-tick" x={x(year)} y={height - 6} textAnchor="middle">
            {year}
          </text>
        ))}
        <path className="series-line" d={`M${points.map((each) => `${x(each.year)} ${y(each.value)}`).join('L')}`} />
        <g className="signal-expected" transform={`translate(${x(at)} 0)`}>
          <line y1={y(expected.lower)} y2={y(expected.upper)} />
          <path d={`M-7 ${y(expected.lower)}H7M-7 ${y(expected.upper)}H7`} />
          <path
            className="signal-expected-heart"
            d={`M0 ${y(expected.value) - 6}L6 ${y(expected.value)}L0 ${y(expected.value) + 6}L-6 ${y(expected.value)}Z`}
          />
        </g>
        {points.map((each) => (
          <circle
            key={each.period}
            className={each.period === period ? 'signal-point' : 'series-point'}
            cx={x(each.year)}
            cy={y(each.value)}
            r={each.period === period ? 6 : 4}
          >
            <title>{name(each.period, each.value)}</title>
          </circle>
        ))}
      </svg>
      <ul className="mark-legend">
        <li>
          <svg viewBox="-9 -9 18 18" aria-hidden="true">
            <circle className="signal-point" r="6" />
          </svg>
          {m('signals.measured')}
        </li>
        <li>
          <svg viewBox="-9 -9 18 18" aria-hidden="true" className="signal-expected">
            <path d="M-6-8H6M-6 8H6M0-8V8" />
            <path className="signal-expected-heart" d="M0-5L5 0L0 5L-5 0Z" />
          </svg>
          {m('signals.expectedRange')}
        </li>
      </ul>
    </div>
  )
}
