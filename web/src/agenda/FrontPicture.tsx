// SPDX-License-Identifier: EUPL-1.2
// What the two pillars cost each other: each point is an agenda, and can be taken over.
import { useState } from 'react'
import { linear, roundTicks } from '../monitor/scales'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { useAgenda } from './AgendaContext'
import { AskSection } from './AskSection'
import { wrapped } from '../shared/picture'
import { changedBetween } from './choice'
import { keyOf } from './address'
import { present, show, valued } from './present'
import type { Answer } from './types'
import { useWords } from './useWords'

type Front = NonNullable<Answer['front']>

export function FrontPicture() {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  if (frame.pillars.length < 2) return null
  const [first, second] = frame.pillars.map(({ title }) => text(title)) as [string, string]
  return (
    <AskSection
      ask="front"
      title={m('agenda.frontTitle')}
      lead={m('agenda.frontLead', { first, second })}
      takes={m('agenda.takesHalfMinute')}
    >
      {({ front }) => front && <Drawn front={front} first={first} second={second} />}
    </AskSection>
  )
}

interface DrawnProps {
  front: Front
  first: string
  second: string
}

function Drawn({ front, first, second }: DrawnProps) {
  const { m, text } = useLanguage()
  const numeric = (title: string, decimals = 3) => ({ title, numeric: true, decimals })
  if (front.points.length === 0) return <p>{m('agenda.noPoints')}</p>
  return (
    <Figure
      title={m('agenda.frontTitle')}
      lead={text(front.words)}
      downloadName="agenda-twee-pijlers"
      table={{
        columns: [numeric(m('agenda.point'), 0), numeric(first), numeric(second), numeric(m('agenda.lines'), 0)],
        rows: front.points.map((point, index) => [index + 1, point.first, point.second, point.lines.length]),
      }}
      picture={<FrontPoints {...{ front, first, second }} />}
    />
  )
}

const height = 320
const [top, bottom] = [40, height - 46]

function FrontPoints({ front: { points }, first, second }: DrawnProps) {
  const { m } = useLanguage()
  const words = useWords()
  const { choice } = useAgenda()
  const [holder, width] = useWidth<HTMLDivElement>()
  const [chosen, setChosen] = useState(0)
  const { group, stop } = useRoving<SVGGElement>(points.length, setChosen)
  const here = choice.items.reduce((sum, { pillars: [a = 0, b = 0] }) => ({ first: sum.first + a, second: sum.second + b }), {
    first: 0,
    second: 0,
  })
  const [xs, ys] = [
    points.map((point) => point.first).concat(here.first),
    points.map((point) => point.second).concat(here.second),
  ]
  const air = (values: number[]) => (Math.max(...values) - Math.min(...values)) * 0.12 || Math.abs(values[0]!) || 1
  const [x0, x1, y0, y1] = [
    Math.min(...xs) - air(xs),
    Math.max(...xs) + air(xs),
    Math.min(...ys) - air(ys),
    Math.max(...ys) + air(ys),
  ]
  const x = linear(x0, x1, 46, width - 12)
  const y = linear(y0, y1, bottom, top)
  const lines = wrapped(`↑ ${second}`, width)
  return (
    <div ref={holder}>
      <svg
        className="picture agenda-front"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={m('agenda.frontTitle')}
      >
        <g aria-hidden="true">
          {roundTicks(y0, y1, 4).map((tick) => (
            <g key={tick}>
              <line className="course-grid" x1={40} x2={width} y1={y(tick)} y2={y(tick)} />
              <text className="course-tick" x={34} y={y(tick) + 4} textAnchor="end">
                {words.number(tick, decimalsOf(tick))}
              </text>
            </g>
          ))}
          {roundTicks(x0, x1, Math.max(2, Math.floor(width / 120))).map((tick) => (
            <text key={tick} className="course-tick" x={x(tick)} y={bottom + 18} textAnchor="middle">
              {words.number(tick, decimalsOf(tick))}
            </text>
          ))}
          {lines.slice(0, 2).map((line, index) => (
            <text key={line} className="front-axis" x={0} y={13 + index * 16}>
              {line}
            </text>
          ))}
          <text className="front-axis" x={width - 2} y={height - 6} textAnchor="end">
            {first} →
          </text>
          <path className="curve-line" d={`M${points.map((point) => `${x(point.first)} ${y(point.second)}`).join('L')}`} />
          <path className="front-here" d="M0 -9L9 0L0 9L-9 0Z" transform={`translate(${x(here.first)} ${y(here.second)})`} />
        </g>
        <g ref={group}>
          {points.map((point, index) => (
            <g
              key={index}
              className="front-point"
              role="button"
              aria-pressed={index === chosen}
              aria-label={m('agenda.pointWords', {
                number: index + 1,
                first: `${first} ${words.worth(point.first)}`,
                second: `${second} ${words.worth(point.second)}`,
              })}
              onClick={() => setChosen(index)}
              {...stop(index)}
            >
              <circle className="front-reach" cx={x(point.first)} cy={y(point.second)} r={14} />
              <circle className="front-dot" cx={x(point.first)} cy={y(point.second)} r={index === chosen ? 9 : 6} />
            </g>
          ))}
        </g>
      </svg>
      <ul className="mark-legend">
        <li>
          <svg viewBox="-10 -10 20 20" aria-hidden="true">
            <path className="front-here" d="M0 -9L9 0L0 9L-9 0Z" />
          </svg>
          {m('agenda.frontHere')}
        </li>
      </ul>
      <PointChoice point={points[chosen]!} number={chosen + 1} first={first} second={second} />
    </div>
  )
}

/** As many as a round number needs. */
const decimalsOf = (tick: number) => Math.min(3, (String(tick).split('.')[1] ?? '').length)

interface PointProps {
  point: Front['points'][number]
  number: number
  first: string
  second: string
}

function PointChoice({ point, number, first, second }: PointProps) {
  const { m } = useLanguage()
  const words = useWords()
  const { frame, question } = useAgenda()
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'done'>('idle')
  const [shifted, setShifted] = useState(0)
  const take = () => {
    setState('busy')
    const proposals = frame.items.filter(({ running }) => !running).map(({ item }) => item)
    valued(question, point.lines, proposals, frame.weighing.wishes).then(
      (choice) => {
        if (!choice) return setState('failed')
        setShifted(changedBetween({ ...choice, items: asChosen(point.lines, choice) }, choice).length)
        show({ key: keyOf(question), question, choice, from: 'lines' })
        setState('done')
      },
      () => setState('failed'),
    )
  }
  return (
    <div className="front-choice">
      <p>
        {m('agenda.pointWords', {
          number,
          first: `${first} ${words.worth(point.first)}`,
          second: `${second} ${words.worth(point.second)}`,
        })}
      </p>
      <p className="button-row">
        <button
          type="button"
          className="utrecht-button utrecht-button--secondary-action"
          aria-disabled={state === 'busy' || present.get().busy !== null}
          onClick={() => state !== 'busy' && take()}
        >
          {m('agenda.takePoint', { number })}
        </button>
      </p>
      <p role="status">
        {state === 'failed' && m('agenda.takePointFailed')}
        {state === 'done' && (shifted > 0 ? m('agenda.takenShifted', { count: shifted }) : m('agenda.taken'))}
      </p>
    </div>
  )
}

/** The items of `choice` with the form and start that lines give them. */
function asChosen(lines: Front['points'][number]['lines'], { items }: { items: Parameters<typeof changedBetween>[0]['items'] }) {
  const given = new Map(lines.map((line) => [line.item, line]))
  return items.map((each) => {
    const line = given.get(each.item)
    return { ...each, option: line?.option ?? null, starts: line?.starts ?? null }
  })
}
