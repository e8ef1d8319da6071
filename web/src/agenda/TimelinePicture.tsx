// SPDX-License-Identifier: EUPL-1.2
// Bars by year with their words in them; each leads to the card of its item.
import { useId } from 'react'
import { useLanguage } from '../shared/language'
import { navigate } from '../shared/router'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { useAgenda } from './AgendaContext'
import { FormPatterns } from './FormPatterns'
import { SignPath } from './FormSign'
import { useItemAddress } from './ItemLink'
import type { Means } from './means'
import { MeansStrip } from './MeansStrip'
import { TimelineLegend } from './TimelineLegend'
import { layOut, type Layout } from './timelineLayout'
import { fitted, type Bar, type Group, type Row } from './timelineRows'
import { useGroupTitle } from './useGroupTitle'
import { useWords } from './useWords'

export function TimelinePicture({ groups, means }: { groups: Group[]; means: Means[] }) {
  const { m } = useLanguage()
  const { frame } = useAgenda()
  const [holder, width] = useWidth<HTMLDivElement>()
  const prefix = useId().replaceAll(':', '')
  const layout = layOut(groups, means, frame.weighing.years, width)
  const { from, to } = frame.weighing.years
  return (
    <div ref={holder}>
      <svg
        className="picture timeline"
        viewBox={`0 0 ${width} ${layout.height}`}
        width={width}
        height={layout.height}
        role="group"
        aria-label={m('agenda.timelineLabel', { from, to })}
      >
        <FormPatterns prefix={prefix} />
        <YearGrid layout={layout} />
        <GroupHeads layout={layout} />
        <Rows layout={layout} prefix={prefix} />
        <text className="timeline-part" x={0} y={layout.meansTop + 22}>
          {m(means.length < frame.funds.length + frame.teams.length ? 'agenda.meansTightest' : 'agenda.meansTitle')}
        </text>
        {layout.strips.map((strip) => (
          <MeansStrip key={`${strip.means.kind} ${strip.means.id}`} strip={strip} layout={layout} prefix={prefix} />
        ))}
      </svg>
      <TimelineLegend prefix={prefix} />
    </div>
  )
}

function YearGrid({ layout: { years, x, height, width } }: { layout: Layout }) {
  const room = width / years.length
  return (
    <g aria-hidden="true">
      {years.map((year) => (
        <g key={year}>
          <line className="timeline-grid" x1={x(year)} x2={x(year)} y1={24} y2={height - 6} />
          <text className="timeline-year" x={(x(year) + x(year + 1)) / 2} y={16} textAnchor="middle">
            {room < 40 ? `’${String(year).slice(2)}` : year}
          </text>
        </g>
      ))}
    </g>
  )
}

function GroupHeads({ layout: { groups, width } }: { layout: Layout }) {
  const { m } = useLanguage()
  const groupTitle = useGroupTitle()
  return (
    <g aria-hidden="true">
      {groups.map(({ id, y, total, shown }) => {
        const count = shown < total ? m('agenda.shownOf', { shown, total }) : String(total)
        return (
          <g key={id}>
            <line className="timeline-rule" x1={0} x2={width} y1={y + 4} y2={y + 4} />
            <text className="timeline-group" x={0} y={y + 25}>
              {fitted(groupTitle(id), width - count.length * 7 - 24, 8)}
              <tspan className="timeline-count" dx={8}>
                {count}
              </tspan>
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Rows({ layout, prefix }: { layout: Layout; prefix: string }) {
  const { text } = useLanguage()
  const { marked } = useAgenda()
  const words = useWords()
  const address = useItemAddress()
  const { rows, width, isNarrow } = layout
  const go = (index: number) => {
    const found = rows[index]
    if (found) navigate(address(found.row.item.item))
  }
  const { group, stop } = useRoving<SVGGElement>(rows.length, go)
  return (
    <>
      <g ref={group}>
        {rows.map(({ row: { item, chosen }, y }, index) => (
          <a
            key={item.item}
            href={address(item.item)}
            className="timeline-row"
            aria-label={`${text(item.title)}: ${words.line(chosen)}, ${words.euro(chosen.money)}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              go(index)
            }}
            {...stop(index)}
          >
            <title>{text(item.title)}</title>
            <rect className="timeline-reach" x={0} y={y} width={width} height={isNarrow ? 42 : 27} />
          </a>
        ))}
      </g>
      <g aria-hidden="true" className="timeline-drawing">
        {rows.map(({ row, y, barY }) => (
          <RowDrawing key={row.item.item} {...{ row, y, barY, layout, prefix }} isMarked={marked.has(row.item.item)} />
        ))}
      </g>
    </>
  )
}

interface RowDrawingProps {
  row: Row
  y: number
  barY: number
  layout: Layout
  prefix: string
  isMarked: boolean
}

function RowDrawing({ row: { item, bars }, y, barY, layout, prefix, isMarked }: RowDrawingProps) {
  const { text } = useLanguage()
  const { isNarrow, width, left, barHeight } = layout
  const room = (isNarrow ? width : left - 12) - (isMarked ? 14 : 0)
  return (
    <g data-marked={isMarked}>
      <text className="timeline-title" x={0} y={isNarrow ? y + 14 : barY + barHeight - 5.5}>
        {isMarked && <tspan className="timeline-mark">● </tspan>}
        {fitted(text(item.title), room, 6.9)}
      </text>
      {bars.map((bar) => (
        <BarShape key={bar.from} bar={bar} y={barY} layout={layout} prefix={prefix} />
      ))}
    </g>
  )
}

interface BarShapeProps {
  bar: Bar
  y: number
  layout: Layout
  prefix: string
}

function BarShape({ bar: { form, from, to, goesOn }, y, layout: { x, barHeight: height }, prefix }: BarShapeProps) {
  const { label } = useLanguage()
  const [left, right] = [x(from) + 1, x(to) - 1]
  const length = right - left
  const point = goesOn ? Math.min(8, length / 3) : 0
  const outline = `M${left} ${y}H${right - point}L${right} ${y + height / 2}L${right - point} ${y + height}H${left}Z`
  const word = fitted(label('agenda.form', form), length - height - 8 - point, 6.4)
  return (
    <g data-form={form} className="timeline-bar">
      <path className="bar-body" d={outline} />
      <path d={outline} fill={`url(#${prefix}-${form})`} />
      <path className="bar-edge" d={outline} />
      <rect className="bar-cap" x={left} y={y} width={Math.min(height, length)} height={height} />
      {length >= height && (
        <g transform={`translate(${left + 2} ${y + height / 2 - 8})`}>
          <SignPath of={form} />
        </g>
      )}
      {length > height + 44 && (
        <text className="bar-word" x={left + height + 5} y={y + height - 5.5}>
          {word}
        </text>
      )}
    </g>
  )
}
