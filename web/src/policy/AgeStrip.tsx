// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import { layOutAges, reviewStates, type PolicyRow } from './ageStrip'

/** How old the policy is: every document a mark in the year it was adopted, with its own shape when review is due or late. */
export function AgeStrip({ rows, date }: { rows: PolicyRow[]; date: string }) {
  const { m, text, label } = useLanguage()
  const now = Number(date.slice(0, 4))
  const undated = rows.filter(({ year }) => year === undefined).length
  const table = {
    columns: [
      { title: m('policy.document') },
      { title: m('policy.year') },
      { title: m('policy.age'), numeric: true },
      { title: m('policy.state') },
      { title: m('policy.review') },
    ],
    rows: rows.map((row) => [
      text(row.title),
      row.year === undefined ? m('policy.noYear') : String(row.year),
      row.ageYears,
      label('edit.values', row.state),
      label('policy.reviewState', row.reviewState),
    ]),
    origins: rows.map(({ status, sources }) => ({ status, sources })),
  }
  const lead = undated > 0 ? `${m('policy.stripLead')} ${m('policy.undated', { count: undated })}` : m('policy.stripLead')
  return (
    <Figure
      title={m('policy.stripTitle')}
      lead={lead}
      downloadName="beleid-leeftijd"
      table={table}
      picture={<Picture rows={rows} now={now} />}
    />
  )
}

function Picture({ rows, now }: { rows: PolicyRow[]; now: number }) {
  const { m, text, label } = useLanguage()
  const [holder, width] = useWidth<HTMLDivElement>()
  const { marks, years, nowX, height, base, radius } = useMemo(
    () => layOutAges(rows, now, Math.max(width, 260)),
    [rows, now, width],
  )
  const states = reviewStates.filter((state) => rows.some((row) => row.reviewState === state))
  return (
    <div ref={holder}>
      <svg
        className="picture age-strip"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={m('policy.stripTitle')}
      >
        <line className="age-base" x1="0" x2={width} y1={base} y2={base} />
        {years.map(({ year, x }) => (
          <text key={year} className="age-year" x={x} y={base + 19} textAnchor="middle">
            {year}
          </text>
        ))}
        <line className="age-now" x1={nowX} x2={nowX} y1="14" y2={base} />
        <text className="age-now-label" x={Math.min(nowX, width - 20)} y="11" textAnchor="middle">
          {m('policy.now')}
        </text>
        {marks.map(({ row, x, y }) => (
          <g key={row.id} transform={`translate(${x} ${y})`}>
            <title>{`${text(row.title)}, ${row.year}: ${label('policy.reviewState', row.reviewState)}`}</title>
            <ReviewMark state={row.reviewState} radius={radius} />
          </g>
        ))}
      </svg>
      <ul className="age-legend">
        {states.map((state) => (
          <li key={state}>
            <svg viewBox="-9 -9 18 18" aria-hidden="true">
              <ReviewMark state={state} radius={7} />
            </svg>
            {label('policy.reviewState', state)} ({rows.filter((row) => row.reviewState === state).length})
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A shape of its own for each state, so that it reads without colour. */
function ReviewMark({ state, radius: r }: { state: PolicyRow['reviewState']; radius: number }) {
  switch (state) {
    case 'late':
      return <rect className="review-late" x={-r} y={-r} width={2 * r} height={2 * r} />
    case 'due':
      return <path className="review-due" d={`M0 ${-r}L${r} ${r * 0.9}H${-r}Z`} />
    case 'current':
      return <circle className="review-current" r={r} />
    case 'unknown':
      return <path className="review-unknown" d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} />
    default:
      return <circle className="review-none" r={r - 0.75} />
  }
}
