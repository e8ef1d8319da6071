// SPDX-License-Identifier: EUPL-1.2
// An indicator in time: its moments, what other sources say of them, its targets and where the trend leads.
import type { IndicatorState } from '../api/types'
import { Figure } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useShownValue, useTitleWithUnit } from '../shared/Provenance'
import { originOf, useSourceWords } from '../shared/tableFile'
import { useWidth } from '../shared/useWidth'
import { linear, roundTicks, yearOf } from './scales'
import { useWords } from './useWords'
import { contradicted, measured } from './words'

export function SeriesChart({ state, level = 4 }: { state: IndicatorState; level?: 2 | 3 | 4 }) {
  const { m, text, label, language } = useLanguage()
  const show = useShownValue()
  const sourceWords = useSourceWords()
  const titleWithUnit = useTitleWithUnit()
  const words = useWords()
  const { series, unit, decimals } = state
  const digits = unit === 'EUR' ? 0 : Math.max(decimals, 1)
  const title = text(state.title)
  const table = {
    columns: [
      { title: m('shared.period') },
      { title: titleWithUnit(m('monitor.value'), unit), numeric: true, decimals },
      { title: m('shared.statusTitle') },
      { title: m('monitor.others') },
      { title: m('shared.note') },
    ],
    rows: [
      ...series.map((point) => [
        formatPeriod(point.period, language),
        point.value ?? null,
        label('shared.status', point.status),
        point.others.map(({ value, source }) => `${show(value, unit, decimals)} (${sourceWords(source)})`).join('; '),
        point.note ?? '',
      ]),
      ...state.targets.map(({ year, absolute, course, forecast }) => [
        String(year),
        absolute ?? null,
        m('monitor.targetTag', { year, course: m(`monitor.targetCourse.${course}`) }),
        '',
        forecast
          ? `${m('monitor.forecastWords', { year })} ${show(forecast.value, unit, digits)} ${words.interval(forecast, digits)}`
          : '',
      ]),
    ],
    origins: [
      ...series.map((point) => originOf(point)),
      ...state.targets.map(({ year, status, sources }) => ({ period: String(year), status, sources })),
    ],
  }
  return (
    <Figure
      level={level}
      title={m('monitor.series')}
      fileTitle={title}
      downloadName={`reeks-${state.indicator}`}
      table={table}
      picture={<Chart state={state} />}
    />
  )
}

const height = 190
const top = 14
const bottom = height - 26

function Chart({ state }: { state: IndicatorState }) {
  const { m, text, language } = useLanguage()
  const show = useShownValue()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const { unit, decimals } = state
  const points = measured(state.series)
  const others = contradicted(state.series).flatMap(({ period, others: values }) =>
    values.map(({ value }) => ({ period, value })),
  )
  const targets = state.targets.flatMap((target) =>
    target.absolute === undefined ? [] : [{ ...target, absolute: target.absolute }],
  )
  const years = [...points.map(({ period }) => yearOf(period)), ...targets.map(({ year }) => year)]
  const values = [
    ...points.map(({ value }) => value),
    ...others.map(({ value }) => value),
    ...targets.flatMap(({ absolute, forecast }) => [absolute, ...(forecast ? [forecast.lower, forecast.upper] : [])]),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1
  const bare = (value: number) => show(value, unit === 'EUR' ? unit : '', Number.isInteger(value) ? 0 : Math.max(decimals, 1))
  const ticks = roundTicks(low - air, high + air)
  const side = Math.max(...ticks.map((tick) => bare(tick).length)) * 7.5 + 10
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const x = linear(first, last, side + 8, width - 18)
  const y = linear(low - air, high + air, bottom, top)
  const shownYears = roundTicks(Math.ceil(first), Math.floor(last), Math.max(2, Math.floor(width / 90))).filter(Number.isInteger)
  const line = points.map(({ period, value }) => `${x(yearOf(period))} ${y(value)}`).join('L')
  const end = points.at(-1)
  const name = (period: string, value: number) => `${formatPeriod(period, language)}: ${show(value, unit, decimals)}`
  const said = [
    ...points.map(({ period, value }) => name(period, value)),
    ...targets.map(({ year, absolute }) => `${m('monitor.targetOf', { year })}: ${show(absolute, unit, decimals)}`),
  ].join('. ')
  return (
    <div ref={holder}>
      <svg
        className="picture series-chart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${text(state.title)}. ${said}`}
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
        {end &&
          targets.map(({ id, year, forecast }) =>
            forecast && year > yearOf(end.period) ? (
              <g key={id} className="series-forecast">
                <path d={`M${x(yearOf(end.period))} ${y(end.value)}L${x(year)} ${y(forecast.lower)}V${y(forecast.upper)}Z`} />
                <line x1={x(yearOf(end.period))} y1={y(end.value)} x2={x(year)} y2={y(forecast.value)} />
              </g>
            ) : null,
          )}
        <path className="series-line" d={`M${line}`} />
        {others.map(({ period, value }, index) => (
          <g key={index} className="series-other" transform={`translate(${x(yearOf(period))} ${y(value)})`}>
            <title>{`${m('monitor.otherSource')}: ${name(period, value)}`}</title>
            <path d="M-5-5L5 5M5-5L-5 5" />
          </g>
        ))}
        {points.map(({ period, value, status }) => (
          <circle key={period} className="series-point" data-status={status} cx={x(yearOf(period))} cy={y(value)} r="4.5">
            <title>{name(period, value)}</title>
          </circle>
        ))}
        {targets.map(({ id, year, absolute }) => (
          <g key={id} transform={`translate(${x(year)} ${y(absolute)})`}>
            <title>{`${m('monitor.targetOf', { year })}: ${show(absolute, unit, decimals)}`}</title>
            <circle className="series-target" r="7" />
            <circle className="series-target-heart" r="2.5" />
          </g>
        ))}
      </svg>
      <ul className="mark-legend">
        {points.some(({ status }) => status !== 'final') && (
          <li>
            <svg viewBox="-9 -9 18 18" aria-hidden="true">
              <circle className="series-point" data-status="provisional" r="5" />
            </svg>
            {m('monitor.notFinal')}
          </li>
        )}
        {others.length > 0 && (
          <li>
            <svg viewBox="-9 -9 18 18" aria-hidden="true" className="series-other">
              <path d="M-5-5L5 5M5-5L-5 5" />
            </svg>
            {m('monitor.otherSource')}
          </li>
        )}
        {targets.length > 0 && (
          <li>
            <svg viewBox="-9 -9 18 18" aria-hidden="true">
              <circle className="series-target" r="7" />
              <circle className="series-target-heart" r="2.5" />
            </svg>
            {m('monitor.target')}
          </li>
        )}
        {targets.some(({ forecast }) => forecast) && (
          <li>
            <svg viewBox="-14 -9 28 18" aria-hidden="true" className="series-forecast">
              <path d="M-13 5L13-8V8Z" />
            </svg>
            {m('monitor.forecast')}
          </li>
        )}
      </ul>
    </div>
  )
}
