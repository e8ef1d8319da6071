// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import type { PolicyRow } from './ageStrip'

const edge = 90

/** A name near an edge begins or ends there, so that it is not cut off. */
function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < edge) return 'start'
  return x > width - edge ? 'end' : 'middle'
}

function nudgeOf(x: number, width: number): number {
  if (x < edge) return -8
  return x > width - edge ? 8 : 0
}

/** The life of a document: from its year to its review, its end and today. */
export function LifeLine({ row, now }: { row: PolicyRow; now: number }) {
  const { m } = useLanguage()
  const [holder, width] = useWidth<HTMLDivElement>()
  if (row.year === undefined) return null
  const stops = [
    { year: row.year, title: m('policy.adopted'), kind: 'start' },
    ...(row.reviewDue === undefined
      ? []
      : [{ year: row.reviewDue, title: m('policy.review'), kind: `review-${row.reviewState}` }]),
    ...(row.runsUntil === undefined || row.runsUntil === row.reviewDue
      ? []
      : [{ year: row.runsUntil, title: m('edit.fields.runsUntil'), kind: 'end' }]),
    { year: now, title: m('policy.now'), kind: 'now' },
  ].sort((a, b) => a.year - b.year)
  const first = stops[0]!.year
  const span = Math.max(1, stops.at(-1)!.year - first)
  const side = 12
  const xOf = (year: number) => side + ((year - first) / span) * (width - 2 * side)
  const words = stops.map(({ year, title }) => `${title} ${year}`).join(', ')
  return (
    <div ref={holder} className="life-line">
      <svg viewBox={`0 0 ${width} 84`} width={width} height="84" role="img" aria-label={words}>
        <line className="life-base" x1={side} x2={width - side} y1="42" y2="42" />
        <line className="life-lived" x1={xOf(row.year)} x2={xOf(Math.min(now, stops.at(-1)!.year))} y1="42" y2="42" />
        {stops.map(({ year, title, kind }, index) => (
          <g
            key={kind}
            transform={`translate(${xOf(year)} 42)`}
            className={`life-stop life-${kind}`}
            textAnchor={anchorOf(xOf(year), width)}
          >
            {kind.startsWith('review') ? (
              <path d="M0 -10L10 0L0 10L-10 0Z" />
            ) : kind === 'now' ? (
              <rect x="-2" y="-14" width="4" height="28" />
            ) : (
              <circle r="8" />
            )}
            <text x={nudgeOf(xOf(year), width)} y={index % 2 ? 29 : -22}>
              <tspan className="life-year">{year}</tspan> {title}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
