// SPDX-License-Identifier: EUPL-1.2
// From proposal to closed: how many efforts of each form stand where.
import type { KeyboardEvent } from 'react'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { isIllustrative } from '../shared/tableFile'
import { useWidth } from '../shared/useWidth'
import { countByState, type EffortRow } from './effortRows'

interface PipelineProps {
  rows: EffortRow[]
  onChoose: (form: string, state: string) => void
}

export function Pipeline({ rows, onChoose }: PipelineProps) {
  const { m, label } = useLanguage()
  const { states, cells } = countByState(rows)
  const madeUp = (form: string) => rows.filter((row) => row.form === form && isIllustrative(row)).length
  const table = {
    columns: [
      { title: m('efforts.form') },
      ...states.map((state) => ({ title: label('edit.values', state), numeric: true })),
      { title: m('efforts.madeUp'), numeric: true },
    ],
    rows: cells.map(({ form, counts }) => [label('efforts.forms', form), ...counts, madeUp(form)]),
  }
  return (
    <Figure
      title={m('efforts.pipeline')}
      lead={m('efforts.pipelineLead')}
      downloadName="programmas-per-staat"
      table={table}
      picture={<Bubbles states={states} cells={cells} onChoose={onChoose} />}
    />
  )
}

type Counts = ReturnType<typeof countByState>

const nameWidth = 150
const headHeight = 36
const rowHeight = 56
const leastStep = 92

function Bubbles({ states, cells, onChoose }: Counts & { onChoose: PipelineProps['onChoose'] }) {
  const { m, label } = useLanguage()
  const [holder, room] = useWidth<HTMLDivElement>()
  const step = Math.max(leastStep, (room - nameWidth) / states.length)
  const width = nameWidth + step * states.length
  const height = headHeight + rowHeight * cells.length
  const most = Math.max(1, ...cells.flatMap(({ counts }) => counts))
  const radius = (count: number) => 11 + 15 * Math.sqrt(count / most)
  const xOf = (index: number) => nameWidth + step * (index + 0.5)
  return (
    <div className="pipeline-scroll" ref={holder}>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={m('efforts.pipeline')}
      >
        {states.map((state, index) => (
          <text key={state} className="pipeline-state" x={xOf(index)} y="18" textAnchor="middle">
            {label('efforts.short', state)}
          </text>
        ))}
        {cells.map(({ form, counts }, row) => {
          const y = headHeight + rowHeight * (row + 0.5)
          return (
            <g key={form}>
              <line className="pipeline-line" x1={nameWidth} x2={width} y1={y} y2={y} />
              <text className="pipeline-name" x="0" y={y + 5}>
                {label('efforts.forms', form)}
              </text>
              {counts.map(
                (count, index) =>
                  count > 0 && (
                    <Bubble
                      key={states[index]}
                      x={xOf(index)}
                      y={y}
                      radius={radius(count)}
                      count={count}
                      onPress={() => onChoose(form, states[index]!)}
                      label={m('efforts.bubble', {
                        count,
                        form: label('efforts.forms', form),
                        state: label('edit.values', states[index]!),
                      })}
                    />
                  ),
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

interface BubbleProps {
  x: number
  y: number
  radius: number
  count: number
  label: string
  onPress: () => void
}

function Bubble({ x, y, radius, count, label, onPress }: BubbleProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return (
    <g
      className="bubble"
      role="button"
      tabIndex={0}
      aria-label={label}
      transform={`translate(${x} ${y})`}
      onClick={onPress}
      onKeyDown={press}
    >
      <circle r={radius} />
      <text dy="0.35em" textAnchor="middle">
        {count}
      </text>
    </g>
  )
}
