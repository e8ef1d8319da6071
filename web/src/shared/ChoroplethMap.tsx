// SPDX-License-Identifier: EUPL-1.2
// A map of areas in five bands: colour with pattern, names, a legend, and every area reachable with the keyboard.
import { useId, useMemo, useState } from 'react'
import { bandBorders, bandOf, shadeOf } from './bands'
import './ChoroplethMap.css'
import { useLanguage } from './language'
import { layOut, type Feature, type Shape } from './mapGeometry'
import { MapLegend } from './MapLegend'
import { MapPatterns } from './MapPatterns'
import { useShownValue } from './Provenance'
import { useRoving } from './useRoving'
import { useWidth } from './useWidth'

interface ChoroplethMapProps {
  features: Feature[]
  values: Record<string, number | null>
  unit: string
  decimals: number
  selected?: string
  onSelect?: (id: string) => void
  /** What stands in the areas: their names, their names with figures, or nothing. */
  labels?: 'names' | 'figures' | 'none'
  /** What the map shows, for those who do not see it. */
  title: string
}

/** Whether letters of this size find room around a label's place; a little over the border is no harm. */
const fits = (line: string, room: number) => line.length * 3.2 < room * 2.1

/** A name on one line or two, or not at all when there is no room for it. */
export function nameLines({ name, label }: Shape): string[] {
  if (fits(name, label.room)) return [name]
  const words = name.split(' ')
  const half = Math.ceil(words.length / 2)
  const lines = [words.slice(0, half).join(' '), words.slice(half).join(' ')]
  return words.length > 1 && lines.every((line) => fits(line, label.room)) ? lines : []
}

export function ChoroplethMap({
  features,
  values,
  unit,
  decimals,
  selected,
  onSelect,
  labels = 'figures',
  title,
}: ChoroplethMapProps) {
  const { m } = useLanguage()
  const show = useShownValue()
  const [holder, width] = useWidth<HTMLDivElement>()
  const { shapes, height } = useMemo(() => layOut(features, Math.max(width, 200)), [features, width])
  const borders = useMemo(() => bandBorders(features.map((each) => values[each.id] ?? null)), [features, values])
  const [near, setNear] = useState<string | null>(null)
  const patterns = useId().replaceAll(':', '')
  const figure = (id: string) => {
    const value = values[id]
    return value === null || value === undefined ? m('shared.map.none') : show(value, unit, decimals)
  }
  const shade = (id: string) => {
    const value = values[id]
    return value === null || value === undefined ? 'none' : String(shadeOf(bandOf(value, borders), borders))
  }
  const pointed = shapes.find((shape) => shape.id === (near ?? selected))
  return (
    <div className="choropleth" ref={holder}>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role={onSelect ? 'group' : 'img'}
        aria-label={title}
      >
        <MapPatterns prefix={patterns} />
        <Areas {...{ shapes, shade, figure, patterns, selected, onSelect, onNear: setNear }} />
        {labels !== 'none' && <Labels shapes={shapes} shade={shade} figure={labels === 'figures' ? figure : undefined} />}
      </svg>
      <p className="map-readout" aria-hidden="true">
        {pointed ? (
          <>
            <strong>{pointed.name}</strong> {figure(pointed.id)}
          </>
        ) : (
          m('shared.map.hint')
        )}
      </p>
      <MapLegend
        borders={borders}
        prefix={patterns}
        show={(value) => show(value, unit, decimals)}
        missing={shapes.some(({ id }) => shade(id) === 'none')}
      />
    </div>
  )
}

interface LabelsProps {
  shapes: Shape[]
  shade: (id: string) => string
  figure: ((id: string) => string) | undefined
}

function Labels({ shapes, shade, figure }: LabelsProps) {
  return (
    <g className="map-labels" aria-hidden="true">
      {shapes
        .map((shape) => ({ ...shape, lines: nameLines(shape) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ id, lines, label }) => (
          <text key={id} x={label.x} y={label.y} textAnchor="middle" data-shade={shade(id)}>
            {lines.map((line, index) => (
              <tspan key={line} className="map-name" x={label.x} dy={index === 0 ? undefined : '1.15em'}>
                {line}
              </tspan>
            ))}
            {figure && (
              <tspan x={label.x} dy="1.25em">
                {figure(id)}
              </tspan>
            )}
          </text>
        ))}
    </g>
  )
}

interface AreasProps {
  shapes: Shape[]
  shade: (id: string) => string
  figure: (id: string) => string
  patterns: string
  selected: string | undefined
  onSelect: ((id: string) => void) | undefined
  onNear: (id: string | null) => void
}

function Areas({ shapes, shade, figure, patterns, selected, onSelect, onNear }: AreasProps) {
  const { group, stop } = useRoving<SVGGElement>(shapes.length, (index) => onSelect?.(shapes[index]!.id))
  return (
    <g ref={group}>
      {shapes.map(({ id, name, path }, index) => {
        const interactive = onSelect && {
          ...stop(index),
          role: 'button',
          'aria-label': `${name}: ${figure(id)}`,
          'aria-pressed': id === selected,
          onClick: () => onSelect(id),
          onFocus: () => onNear(id),
          onBlur: () => onNear(null),
        }
        return (
          <g
            key={id}
            className="map-area"
            data-shade={shade(id)}
            data-selected={id === selected}
            onPointerEnter={() => onNear(id)}
            onPointerLeave={() => onNear(null)}
            {...interactive}
          >
            <path className="map-fill" d={path} />
            <path className="map-pattern" d={path} fill={`url(#${patterns}-${shade(id)})`} />
          </g>
        )
      })}
    </g>
  )
}
