// SPDX-License-Identifier: EUPL-1.2
// The causal map as a drawing: what works on what, which way, how strongly and how surely.
import { useMemo, useState } from 'react'
import type { CausalMap } from '../api/types'
import { useLanguage } from '../shared/language'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { ArrowHeads } from './ArrowHeads'
import { useArrowName } from './arrowName'
import { layOutMap, nodeKey, wrapTitle, type Arrow, type PlacedNode } from './causalLayout'

interface CausalPictureProps {
  map: CausalMap
  withGuidelines: boolean
  /** The influences that are lit; null when all are. */
  lit: Set<string> | null
  onArrow: (arrow: Arrow) => void
}

export function CausalPicture({ map, withGuidelines, lit, onArrow }: CausalPictureProps) {
  const { m } = useLanguage()
  const name = useArrowName(map)
  const [holder, width] = useWidth<HTMLDivElement>()
  const layout = useMemo(() => layOutMap(map, Math.max(width, 260), withGuidelines), [map, width, withGuidelines])
  const [chosen, setChosen] = useState<string | null>(null)
  const isLit = (arrow: Arrow) => {
    if (lit) return arrow.influences.some(({ id }) => lit.has(id))
    return chosen === null || arrow.from === chosen || arrow.to === chosen
  }
  const quiet = lit === null && chosen === null && withGuidelines
  return (
    <div ref={holder} className="causal-holder">
      <svg
        className={layout.compact ? 'picture causal causal-compact' : 'picture causal'}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        height={layout.height}
        role="group"
        aria-label={m('vision.causal')}
      >
        <ArrowHeads />
        <Arrows arrows={layout.arrows} isLit={isLit} quiet={quiet} compact={layout.compact} name={name} onArrow={onArrow} />
        <Nodes nodes={layout.nodes} compact={layout.compact} chosen={chosen} onChoose={setChosen} />
      </svg>
      {layout.compact && <Names nodes={layout.nodes} />}
    </div>
  )
}

interface ArrowsProps {
  arrows: Arrow[]
  isLit: (arrow: Arrow) => boolean
  quiet: boolean
  compact: boolean
  name: (arrow: Arrow) => string
  onArrow: (arrow: Arrow) => void
}

function Arrows({ arrows, isLit, quiet, compact, name, onArrow }: ArrowsProps) {
  const { group, stop } = useRoving<SVGGElement>(arrows.length, (index) => onArrow(arrows[index]!))
  const radius = compact ? 6.5 : 9
  return (
    <g ref={group}>
      {arrows.map((arrow, index) => (
        <g
          key={arrow.id}
          role="button"
          aria-haspopup="dialog"
          aria-label={name(arrow)}
          {...stop(index)}
          onClick={() => onArrow(arrow)}
          className={`arrow arrow-${arrow.sign} arrow-${arrow.strength} arrow-sure-${arrow.confidence}`}
          data-dim={!isLit(arrow)}
          data-outer={quiet && arrow.from.startsWith('guideline/')}
        >
          <path className="arrow-touch" d={arrow.path} />
          <path className="arrow-line" d={arrow.path} markerEnd={`url(#head-${arrow.sign})`} />
          <circle className="arrow-badge" cx={arrow.badge.x} cy={arrow.badge.y} r={radius} />
          <path className="arrow-sign" d={signPath(arrow, radius * 0.55)} />
        </g>
      ))}
    </g>
  )
}

function signPath({ badge: { x, y }, sign }: Arrow, half: number): string {
  const dash = `M${x - half} ${y}h${2 * half}`
  return sign === 'positive' ? `${dash}M${x} ${y - half}v${2 * half}` : dash
}

interface NodesProps {
  nodes: PlacedNode[]
  compact: boolean
  chosen: string | null
  onChoose: (key: string | null) => void
}

function Nodes({ nodes, compact, chosen, onChoose }: NodesProps) {
  const keyOf = ({ node }: PlacedNode) => nodeKey(node.kind, node.id)
  const toggle = (index: number) => onChoose(chosen === keyOf(nodes[index]!) ? null : keyOf(nodes[index]!))
  const { group, stop } = useRoving<SVGGElement>(nodes.length, toggle)
  return (
    <g ref={group}>
      {nodes.map((placed, index) => (
        <NodeBox
          key={keyOf(placed)}
          placed={placed}
          compact={compact}
          pressed={chosen === keyOf(placed)}
          attributes={{ ...stop(index), onClick: () => toggle(index) }}
        />
      ))}
    </g>
  )
}

const shortName = ({ node }: PlacedNode) => (node.kind === 'guideline' ? `H${node.number}` : String(node.number))

function NodeBox({
  placed,
  compact,
  pressed,
  attributes,
}: {
  placed: PlacedNode
  compact: boolean
  pressed: boolean
  attributes: React.SVGAttributes<SVGGElement>
}) {
  const { text } = useLanguage()
  const { node, x, y, halfWidth, halfHeight } = placed
  const title = text(node.title)
  const lines = compact ? [shortName(placed)] : wrapTitle(title, 23)
  const wish = node.desired === undefined ? '' : node.desired === 'up' ? '↑' : '↓'
  return (
    <g
      className={`node node-${node.kind}`}
      role="button"
      aria-pressed={pressed}
      aria-label={`${lines.join(' ')}${wish && !compact ? ` ${wish}` : ''}: ${title}`}
      {...attributes}
    >
      <rect x={x - halfWidth} y={y - halfHeight} width={2 * halfWidth} height={2 * halfHeight} rx={compact ? halfWidth : 12} />
      <text x={x} y={y - (lines.length - 1) * 8.5 + 5} textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? undefined : 17}>
            {line}
            {wish && !compact && index === lines.length - 1 ? ` ${wish}` : ' '}
          </tspan>
        ))}
      </text>
    </g>
  )
}

/** On a phone the circles carry numbers; here is what they stand for. */
function Names({ nodes }: { nodes: PlacedNode[] }) {
  const { text } = useLanguage()
  return (
    <ul className="causal-names">
      {nodes.map((placed) => (
        <li key={nodeKey(placed.node.kind, placed.node.id)}>
          <strong>{shortName(placed)}</strong> {text(placed.node.title)}{' '}
          {placed.node.desired === 'down' ? '↓' : placed.node.desired ? '↑' : ''}
        </li>
      ))}
    </ul>
  )
}
