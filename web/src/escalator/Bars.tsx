// SPDX-License-Identifier: EUPL-1.2
// Estimates as bars from 0, each with its interval as a line and its number as text.
import { linear } from '../monitor/scales'
import { useWidth } from '../shared/useWidth'
import { known, type Estimate } from './estimates'
import { useShownEstimate, type NumberForm } from './useShownEstimate'

export interface BarRow {
  key: string
  title: string
  estimate: Estimate
  /** Hatched: of another sort than the others. */
  other?: boolean
}

interface BarsProps {
  label: string
  rows: BarRow[]
  form?: NumberForm
}

const rowHeight = 41

export function Bars({ label, rows, form }: BarsProps) {
  const shown = useShownEstimate()
  const [holder, width] = useWidth<HTMLDivElement>()
  const highest = Math.max(...rows.map(({ estimate }) => known(estimate)?.high ?? 0), 1e-9)
  const x = linear(0, highest, 0, width - 96)
  const words = rows.map(
    ({ title, estimate }) => `${title}: ${shown.value(estimate.mean, form)} (${shown.interval(estimate, form)})`,
  )
  return (
    <div ref={holder}>
      <svg
        className="picture estimate-bars"
        viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
        width={width}
        height={rows.length * rowHeight}
        role="img"
        aria-label={`${label}. ${words.join('. ')}`}
      >
        {rows.map(({ key, title, estimate, other }, index) => {
          const found = known(estimate)
          const y = index * rowHeight
          const length = Math.max(1, x(found?.mean ?? 0))
          return (
            <g key={key}>
              <text className="bar-title" x="0" y={y + 14}>
                {title}
              </text>
              <rect className={other ? 'bar-other' : 'bar'} x="0" y={y + 20} width={length} height="14" />
              {found && (
                <path
                  className="bar-interval"
                  d={`M${x(found.low)} ${y + 27}H${x(found.high)}M${x(found.low)} ${y + 23}v8M${x(found.high)} ${y + 23}v8`}
                />
              )}
              <text className="bar-value" x={Math.max(length, x(found?.high ?? 0)) + 8} y={y + 32}>
                {shown.value(estimate.mean, form)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
