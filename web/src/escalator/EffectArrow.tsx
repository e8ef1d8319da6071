// SPDX-License-Identifier: EUPL-1.2
// One effect as an arrow that rises from a horizon or sinks below it: up is better, whole is sure, hollow may be chance.
import type { Judgement } from './estimates'
import { arrowShape, type Span } from './planEffects'

const [width, height, room] = [44, 96, 44]
const middle = height / 2

export function EffectArrow({ span, judgement }: { span: Span | null; judgement: Judgement }) {
  return (
    <svg className="effect-arrow" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <g transform={`translate(${width / 2} ${middle})`} data-judgement={judgement}>
        {span && judgement !== 'same' && <path className="arrow-shape" d={arrowShape(-span.mean * room)} />}
        {span && judgement === 'worse' && <path className="arrow-stripes" d={stripes(-span.mean * room)} />}
        {span && judgement !== 'same' && <Interval span={span} />}
        {judgement === 'same' && <path className="arrow-same" d="M-9 -4H9M-9 4H9" />}
        {judgement === 'unknown' && <path className="arrow-unknown" d="M-6 -6L6 6M6 -6L-6 6" />}
      </g>
    </svg>
  )
}

/** From end to end with a bar across each; without the bar where it goes on. */
function Interval({ span: { low, high, isCutLow, isCutHigh } }: { span: Span }) {
  if (low === high) return null
  const [bottom, top] = [-low * room, -high * room]
  return (
    <>
      <path className="arrow-halo" d={`M0 ${bottom}V${top}`} />
      <path
        className="arrow-interval"
        d={`M0 ${bottom}V${top}${isCutLow ? '' : `M-5 ${bottom}h10`}${isCutHigh ? '' : `M-5 ${top}h10`}`}
      />
    </>
  )
}

/** Across the shaft of what sinks, so that it can be told without its colour. */
function stripes(tip: number): string {
  const count = Math.floor(Math.max(0, Math.abs(tip) - 13) / 6)
  return Array.from({ length: count }, (_, index) => `M-8 ${Math.sign(tip) * (6 * index + 4)}h16`).join('')
}
