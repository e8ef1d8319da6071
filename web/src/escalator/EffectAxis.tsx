// SPDX-License-Identifier: EUPL-1.2
// An effect with its interval on an axis that has 0 in the middle; the side that is better says so.
import { linear } from '../monitor/scales'
import { useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import { known, type Estimate, type Judgement } from './estimates'
import { useShownEstimate } from './useShownEstimate'

interface EffectAxisProps {
  estimate: Estimate
  /** How far the axis goes to both sides, the same for all that stand below each other. */
  reach: number
  wanted: 'up' | 'down'
  judgement: Judgement
}

const height = 46

export function EffectAxis({ estimate, reach, wanted, judgement }: EffectAxisProps) {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const [holder, width] = useWidth<HTMLDivElement>()
  const found = known(estimate)
  // Right is better in every row, also where the figure itself had better go down.
  const x = wanted === 'up' ? linear(-reach, reach, 12, width - 12) : linear(-reach, reach, width - 12, 12)
  return (
    <div ref={holder} className="effect-axis">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${m(`escalator.judgement.${judgement}`)}: ${shown.signed(estimate.mean, { decimals: 3 })} (${shown.interval(estimate, { decimals: 3 })})`}
      >
        <line className="effect-line" x1="4" x2={width - 4} y1="18" y2="18" />
        <line className="effect-zero" x1={x(0)} x2={x(0)} y1="4" y2="32" />
        {found && (
          <line className="effect-interval" data-judgement={judgement} x1={x(found.low)} x2={x(found.high)} y1="18" y2="18" />
        )}
        {found && <EffectSign judgement={judgement} x={x(found.mean)} />}
        <text className="effect-side" x="4" y="44">
          ← {m('escalator.judgement.worse')}
        </text>
        <text className="effect-side" x={x(0)} y="44" textAnchor="middle">
          0
        </text>
        <text className="effect-side" x={width - 4} y="44" textAnchor="end">
          {m('escalator.judgement.better')} →
        </text>
      </svg>
    </div>
  )
}

/** A form for each judgement, so that it can be told without its colour. */
function EffectSign({ judgement, x }: { judgement: Judgement; x: number }) {
  const paths: Record<Judgement, string> = {
    better: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z',
    worse: 'M0-8L8 0L0 8L-8 0Z',
    chance: 'M-6-6H6V6H-6Z',
    same: 'M-6-6H6V6H-6Z',
    unknown: 'M-6-6H6V6H-6Z',
  }
  return <path className="effect-sign" data-judgement={judgement} d={paths[judgement]} transform={`translate(${x} 18)`} />
}
