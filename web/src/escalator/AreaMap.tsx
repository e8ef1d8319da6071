// SPDX-License-Identifier: EUPL-1.2
// A map of which each area has a look of its own; the pages' choropleth shows bands, this one whatever it is told.
import { useId, useMemo, useState, type ReactNode } from 'react'
import { nameLines } from '../shared/ChoroplethMap'
import '../shared/ChoroplethMap.css'
import { useLanguage } from '../shared/language'
import { layOut, type Feature, type Shape } from '../shared/mapGeometry'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { AreaPatterns } from './AreaPatterns'

export interface AreaLook {
  /** A shade of the style sheet, and a pattern where there is one of that name. */
  shade: string
  /** What is read out of the area, behind its name. */
  words: string
  /** Stands on the map below the name, where there is room. */
  figure?: string
}

interface AreaMapProps {
  features: Feature[]
  title: string
  look: (id: string) => AreaLook
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
  /** Drawn at the place of the label, instead of the name. */
  mark?: (shape: Shape) => ReactNode
  hint: string
  /** Of the shades that are used. */
  legend: { shade: string; name: string }[]
}

export function AreaMap({ features, title, look, selected, onSelect, mark, hint, legend }: AreaMapProps) {
  const { m } = useLanguage()
  const [holder, width] = useWidth<HTMLDivElement>()
  const { shapes, height } = useMemo(() => layOut(features, Math.max(width, 200)), [features, width])
  const [near, setNear] = useState<string | null>(null)
  const prefix = useId().replaceAll(':', '')
  const pointed = shapes.find(({ id }) => id === (near ?? selected))
  return (
    <div className="choropleth area-map" ref={holder}>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role={onSelect ? 'group' : 'img'}
        aria-label={title}
      >
        <AreaPatterns prefix={prefix} />
        <Shapes {...{ shapes, look, prefix, selected, onSelect, onNear: setNear }} />
        <g className="map-labels" aria-hidden="true">
          {shapes.map((shape) => (mark ? mark(shape) : <Label key={shape.id} shape={shape} look={look(shape.id)} />))}
        </g>
      </svg>
      <p className="map-readout" aria-hidden="true">
        {pointed ? (
          <>
            <strong>{pointed.name}</strong> {look(pointed.id).words}
          </>
        ) : (
          hint
        )}
      </p>
      <ul className="map-legend" aria-label={m('shared.map.legend')}>
        {legend.map(({ shade, name }) => (
          <li key={shade}>
            <svg viewBox="0 0 28 18" aria-hidden="true" className="map-area" data-shade={shade}>
              <rect className="map-fill" width="28" height="18" />
              <rect className="map-pattern" width="28" height="18" fill={`url(#${prefix}-${shade})`} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Label({ shape, look: { shade, figure } }: { shape: Shape; look: AreaLook }) {
  const lines = nameLines(shape)
  // Where there is no room for a name a difference that is no chance still shows.
  if (lines.length === 0 && !(figure && /^(up|down)/.test(shade))) return null
  const { x, y } = shape.label
  return (
    <text x={x} y={y} textAnchor="middle" data-shade={shade}>
      {lines.map((line, index) => (
        <tspan key={line} className="map-name" x={x} dy={index === 0 ? undefined : '1.15em'}>
          {line}
        </tspan>
      ))}
      {figure && (
        <tspan x={x} dy={lines.length > 0 ? '1.25em' : undefined}>
          {figure}
        </tspan>
      )}
    </text>
  )
}

interface ShapesProps {
  shapes: Shape[]
  look: (id: string) => AreaLook
  prefix: string
  selected: string | undefined
  onSelect: ((id: string) => void) | undefined
  onNear: (id: string | null) => void
}

function Shapes({ shapes, look, prefix, selected, onSelect, onNear }: ShapesProps) {
  const { group, stop } = useRoving<SVGGElement>(shapes.length, (index) => onSelect?.(shapes[index]!.id))
  return (
    <g ref={group}>
      {shapes.map(({ id, name, path }, index) => {
        const { shade, words } = look(id)
        const interactive = onSelect && {
          ...stop(index),
          role: 'button',
          'aria-label': `${name}: ${words}`,
          'aria-pressed': id === selected,
          onClick: () => onSelect(id),
          onFocus: () => onNear(id),
          onBlur: () => onNear(null),
        }
        return (
          <g
            key={id}
            className="map-area"
            data-shade={shade}
            data-selected={id === selected}
            onPointerEnter={() => onNear(id)}
            onPointerLeave={() => onNear(null)}
            {...interactive}
          >
            <path className="map-fill" d={path} />
            <path className="map-pattern" d={path} fill={`url(#${prefix}-${shade})`} />
          </g>
        )
      })}
    </g>
  )
}
