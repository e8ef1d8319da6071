// SPDX-License-Identifier: EUPL-1.2
// What the best agenda is worth with less and with more money, and where a little more would bring something.
import { linear, roundTicks } from '../monitor/scales'
import { Figure } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import { useAgenda } from './AgendaContext'
import { AskSection } from './AskSection'
import type { Answer } from './types'
import { useWords } from './useWords'

type Budget = NonNullable<Answer['budget']>

export function BudgetPicture() {
  const { m } = useLanguage()
  return (
    <AskSection ask="budget" title={m('agenda.budgetTitle')} lead={m('agenda.budgetLead')} takes={m('agenda.takesHalfMinute')}>
      {({ budget }) =>
        budget && (
          <>
            <Curve of={budget} />
            <Marginals of={budget} />
          </>
        )
      }
    </AskSection>
  )
}

const height = 280
const [top, bottom] = [18, height - 44]

function Curve({ of: { curve } }: { of: Budget }) {
  const { m, text } = useLanguage()
  const rows = curve.map(({ percent, value, words }) => [percent, value, text(words)])
  return (
    <Figure
      title={m('agenda.budgetTitle')}
      lead={m('agenda.budgetLead')}
      downloadName="agenda-budgetcurve"
      table={{
        columns: [
          { title: m('agenda.shareOfMoney'), numeric: true },
          { title: m('agenda.worthPoints'), numeric: true, decimals: 3 },
          { title: m('agenda.inWords') },
        ],
        rows,
      }}
      picture={<CurvePicture curve={curve} />}
    />
  )
}

function CurvePicture({ curve }: { curve: Budget['curve'] }) {
  const { m } = useLanguage()
  const words = useWords()
  const [holder, width] = useWidth<HTMLDivElement>()
  const points = curve.flatMap(({ percent, value }) => (value === null ? [] : [{ percent, value }]))
  if (points.length === 0) return <p>{m('agenda.noPoints')}</p>
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(...values)]
  const percents = points.map(({ percent }) => percent)
  const x = linear(Math.min(...percents), Math.max(...percents), 46, width - 24)
  const y = linear(low, high, bottom, top)
  const now = points.find(({ percent }) => percent === 100)
  const first = points[0]!
  const last = points.at(-1)!
  const say = (point: { percent: number; value: number }) =>
    m('agenda.curvePoint', { percent: point.percent, points: words.points(point.value) })
  return (
    <div ref={holder}>
      <svg
        className="picture agenda-curve"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={[first, ...(now ? [now] : []), last].map(say).join('; ')}
      >
        {roundTicks(low, high, 4).map((tick) => (
          <g key={tick}>
            <line className="course-grid" x1={40} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className="course-tick" x={34} y={y(tick) + 4} textAnchor="end">
              {words.number(tick, Number.isInteger(tick) ? 0 : 1)}
            </text>
          </g>
        ))}
        {points
          .filter(({ percent }) => percent % 20 === 0)
          .map(({ percent }) => (
            <text key={percent} className="course-tick" x={x(percent)} y={bottom + 20} textAnchor="middle">
              {percent}%
            </text>
          ))}
        <text className="course-tick" x={width - 24} y={height - 6} textAnchor="end">
          {m('agenda.shareOfMoney')}
        </text>
        {now && <line className="curve-now" x1={x(100)} x2={x(100)} y1={top - 6} y2={bottom} />}
        <path className="curve-line" d={`M${points.map(({ percent, value }) => `${x(percent)} ${y(value)}`).join('L')}`} />
        {points.map(({ percent, value }) => (
          <circle
            key={percent}
            className="curve-dot"
            data-now={percent === 100}
            cx={x(percent)}
            cy={y(value)}
            r={percent === 100 ? 7 : 4}
          />
        ))}
        {now && (
          <text className="curve-word" x={x(100) + 10} y={y(now.value) + 20}>
            {m('agenda.curveNow', { points: words.points(now.value) })}
          </text>
        )}
      </svg>
      <p className="soft">{m('agenda.curveNote')}</p>
    </div>
  )
}

/** Of each fund and team the largest step: the smaller ones say the same less clearly, and stand in the table. */
function clearest(marginals: Budget['marginals']): Budget['marginals'] {
  const most = Math.max(...marginals.map(({ percent }) => percent))
  return marginals.filter(({ percent }) => percent === most)
}

function Marginals({ of: { marginals } }: { of: Budget }) {
  const { m, text } = useLanguage()
  const words = useWords()
  const { frame } = useAgenda()
  const most = Math.max(...marginals.map(({ gain }) => gain), 0)
  const name = ({ row, id }: Budget['marginals'][number]) =>
    text((row === 'money' ? frame.funds : frame.teams).find((each) => each.id === id)?.title) || id
  const numeric = (title: string, decimals: number) => ({ title, numeric: true, decimals })
  return (
    <Figure
      level={3}
      title={m('agenda.marginalTitle')}
      lead={m('agenda.marginalLead')}
      downloadName="agenda-een-beetje-meer"
      hasSvg={false}
      table={{
        columns: [
          { title: m('agenda.fundOrTeam') },
          numeric(m('agenda.morePercent'), 0),
          numeric(m('agenda.extraAmount'), 2),
          numeric(m('agenda.gain'), 3),
          { title: m('agenda.inWords') },
        ],
        rows: marginals.map((each) => [name(each), each.percent, each.extra, each.gain, text(each.words)]),
      }}
      picture={
        <ul className="agenda-marginals">
          {clearest(marginals)
            .sort((a, b) => b.gain - a.gain)
            .map((each) => (
              <li key={`${each.row} ${each.id} ${each.percent}`} data-none={each.gain <= 0}>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="gauge-track" width="100" height="8" />
                  <rect
                    className={each.row === 'money' ? 'means-used' : 'marginal-people'}
                    width={most > 0 ? (Math.max(0, each.gain) / most) * 100 : 0}
                    height="8"
                  />
                </svg>
                <span>
                  <LocalText of={each.words} />
                </span>
                <span className="soft">{each.gain > 0 ? `+${words.worth(each.gain)}` : ''}</span>
              </li>
            ))}
        </ul>
      }
    />
  )
}
