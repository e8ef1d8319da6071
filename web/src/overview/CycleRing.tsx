// SPDX-License-Identifier: EUPL-1.2
// The signature picture: where the city stands in its own policy cycle.
import type { KeyboardEvent } from 'react'
import type { DueItem, Overview } from '../api/types'
import { useLanguage } from '../shared/language'
import { quadrants, type Quadrant } from './quadrants'
import { arrowPath, beadPlaces, namePath, ringSize } from './ringGeometry'

interface CycleRingProps {
  overview: Overview
  /** Everything in the calendar of the cycle. */
  items: DueItem[]
  chosen: Quadrant | null
  onChoose: (quadrant: Quadrant | null) => void
}

export function CycleRing({ overview, items, chosen, onChoose }: CycleRingProps) {
  const { m } = useLanguage()
  const late = overview.quadrants.reduce((sum, each) => sum + each.late, 0)
  const due = overview.quadrants.reduce((sum, each) => sum + each.due, 0)
  return (
    <svg className="picture ring" viewBox={`0 0 ${ringSize} ${ringSize}`} role="group" aria-label={m('overview.ring')}>
      {quadrants.map(({ id }, index) => (
        <Segment
          key={id}
          id={id}
          index={index}
          overview={overview}
          items={items}
          pressed={chosen === id}
          dimmed={chosen !== null && chosen !== id}
          onPress={() => onChoose(chosen === id ? null : id)}
        />
      ))}
      <g className="ring-centre" textAnchor="middle" aria-hidden="true">
        <text className="ring-late" x={ringSize / 2} y={ringSize / 2 - 14}>
          {late}
        </text>
        <text x={ringSize / 2} y={ringSize / 2 + 12}>
          {m('overview.late')}
        </text>
        <text x={ringSize / 2} y={ringSize / 2 + 44}>
          <tspan className="ring-due">{due}</tspan> {m('overview.due')}
        </text>
      </g>
    </svg>
  )
}

interface SegmentProps {
  id: Quadrant
  index: number
  overview: Overview
  items: DueItem[]
  pressed: boolean
  dimmed: boolean
  onPress: () => void
}

function Segment({ id, index, overview, items, pressed, dimmed, onPress }: SegmentProps) {
  const { m } = useLanguage()
  const facts = overview.quadrants.find((each) => each.quadrant === id)
  const name = m(`overview.quadrant.${id}`)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return (
    <g
      className={`ring-segment ring-${id}`}
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      data-dimmed={dimmed}
      aria-label={m('overview.segment', { name: `${index + 1} · ${name}`, late: facts?.late ?? 0, due: facts?.due ?? 0 })}
      onClick={onPress}
      onKeyDown={press}
    >
      <path className="ring-arrow" d={arrowPath(index)} />
      <path id={`ring-name-${index}`} d={namePath(index)} fill="none" />
      <text className="ring-name" textAnchor="middle">
        <textPath href={`#ring-name-${index}`} startOffset="50%">
          {index + 1} · {name}
        </textPath>
      </text>
      <Beads index={index} items={items.filter((item) => item.quadrant === id && item.state !== 'not_yet')} />
    </g>
  )
}

/** Late: a full diamond; due: a full dot; still to come: an open dot. */
function Beads({ index, items }: { index: number; items: DueItem[] }) {
  const { places, size } = beadPlaces(index, items.length)
  return items.map((item, at) => {
    const { x, y } = places[at]!
    const half = 9 * size
    return (
      <g key={item.id} className={`bead bead-${item.state}`} aria-hidden="true">
        {item.state === 'late' ? (
          <path d={`M${x} ${y - half}l${half} ${half}-${half} ${half}-${half}-${half}z`} />
        ) : (
          <circle cx={x} cy={y} r={(item.state === 'due' ? 6.5 : 5.5) * size} />
        )}
      </g>
    )
  })
}
