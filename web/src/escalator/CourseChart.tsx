// SPDX-License-Identifier: EUPL-1.2
// Two courses through the years, each a line in its band: with the plan a full line, without it a broken one.
import type { Schemas } from '../api/types'
import { linear, roundTicks } from '../monitor/scales'
import { useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import { useShownEstimate, type NumberForm } from './useShownEstimate'

type Series = Schemas['SimulatedSeries']

interface CourseProps {
  years: number[]
  plan: Series
  baseline: Series
  form: NumberForm
}

const height = 240
const [top, bottom] = [14, height - 26]

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'

/** A band as a closed line there along its high and back along its low. */
function bandPath(years: number[], { low, high }: Series, x: (year: number) => number, y: (value: number) => number): string {
  const there = years.flatMap((year, at) => (isNumber(high[at]) ? [`${x(year)} ${y(high[at])}`] : []))
  const back = years.flatMap((year, at) => (isNumber(low[at]) ? [`${x(year)} ${y(low[at])}`] : [])).reverse()
  return there.length ? `M${[...there, ...back].join('L')}Z` : ''
}

function linePath(years: number[], { mean }: Series, x: (year: number) => number, y: (value: number) => number): string {
  const points = years.flatMap((year, at) => (isNumber(mean[at]) ? [`${x(year)} ${y(mean[at])}`] : []))
  return points.length ? `M${points.join('L')}` : ''
}

export function CourseChart({ years, plan, baseline, form }: CourseProps) {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const values = [plan, baseline].flatMap(({ mean, low, high }) => [...mean, ...low, ...high]).filter(isNumber)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1
  const ticks = roundTicks(low - air, high + air)
  const bare = (value: number) =>
    shown.value(value, { decimals: Number.isInteger(value) ? 0 : form.decimals || 1, unit: form.unit === '%' ? '%' : '' })
  const side = Math.max(...ticks.map((tick) => bare(tick).length)) * 7.5 + 10
  const [first, last] = [years[0]!, years.at(-1)!]
  const x = linear(first, last, side + 4, width - 16)
  const y = linear(low - air, high + air, bottom, top)
  const shownYears = roundTicks(first, last, Math.max(2, Math.floor(width / 90))).filter(Number.isInteger)
  const end = ({ mean }: Series) => shown.value(mean.at(-1) ?? null, form)
  return (
    <div ref={holder}>
      <svg
        className="picture course-chart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={m('escalator.courseWords', {
          first,
          last,
          start: shown.value(plan.mean[0] ?? null, form),
          plan: end(plan),
          baseline: end(baseline),
        })}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="course-grid" x1={side} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className="course-tick" x={side - 6} y={y(tick) + 4} textAnchor="end">
              {bare(tick)}
            </text>
          </g>
        ))}
        {shownYears.map((year) => (
          <text key={year} className="course-tick" x={x(year)} y={height - 6} textAnchor="middle">
            {year}
          </text>
        ))}
        <path className="course-band-without" d={bandPath(years, baseline, x, y)} />
        <path className="course-band-with" d={bandPath(years, plan, x, y)} />
        <path className="course-without" d={linePath(years, baseline, x, y)} />
        <path className="course-with" d={linePath(years, plan, x, y)} />
      </svg>
      <ul className="mark-legend">
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true" className="wide">
            <rect className="course-band-with" width="28" height="16" />
            <line className="course-with" x1="0" x2="28" y1="8" y2="8" />
          </svg>
          {m('escalator.with')}
        </li>
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true" className="wide">
            <rect className="course-band-without" width="28" height="16" />
            <line className="course-without" x1="0" x2="28" y1="8" y2="8" />
          </svg>
          {m('escalator.without')}
        </li>
        <li>{m('escalator.bandMeans')}</li>
      </ul>
    </div>
  )
}
