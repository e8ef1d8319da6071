// SPDX-License-Identifier: EUPL-1.2
// Where the steps of a question are: their number as a sign in the area, for a district in each of its neighbourhoods a pattern.
import { useLanguage } from '../shared/language'
import type { Feature, Shape } from '../shared/mapGeometry'
import { AreaMap, type AreaLook } from './AreaMap'
import { useCard, useAreaName } from './CardContext'
import { areaCode, type Step } from './stepRules'

interface StepsMapProps {
  features: Feature[]
  steps: Step[]
  /** Code of the area of the step that is being made. */
  selected?: string | undefined
  onSelect?: ((neighbourhood: string) => void) | undefined
}

export function StepsMap({ features, steps, selected, onSelect }: StepsMapProps) {
  const { m } = useLanguage()
  const { areas } = useCard()
  const areaName = useAreaName()
  const districtOf = (id: string) => areas.find(({ area }) => area === id)?.district
  const countIn = (code: string | undefined) => steps.filter((step) => areaCode(step) === code).length
  const look = (id: string): AreaLook => {
    const [here, around] = [countIn(id), countIn(districtOf(id))]
    const words = [
      ...(here ? [m('escalator.stepsHere', { count: here })] : []),
      ...(around ? [m('escalator.stepsAround', { count: around, district: areaName(districtOf(id) ?? '') })] : []),
    ]
    return { shade: here ? 'steps' : around ? 'steps-around' : 'plain', words: words.join(', ') || m('escalator.stepsNone') }
  }
  const chosen = features.some(({ id }) => id === selected) ? selected : undefined
  return (
    <AreaMap
      features={features}
      title={m('escalator.stepsMap')}
      look={look}
      selected={chosen}
      onSelect={onSelect}
      mark={(shape) => <StepMark key={shape.id} shape={shape} count={countIn(shape.id)} />}
      hint={m(onSelect ? 'escalator.stepsMapChoose' : 'escalator.stepsMapHint')}
      legend={[
        { shade: 'steps', name: m('escalator.legendSteps') },
        { shade: 'steps-around', name: m('escalator.legendStepsAround') },
      ]}
    />
  )
}

function StepMark({ shape: { label }, count }: { shape: Shape; count: number }) {
  if (count === 0) return null
  return (
    <g className="step-mark" transform={`translate(${label.x} ${label.y})`}>
      <circle r="13" />
      <text textAnchor="middle" y="5">
        {count}
      </text>
    </g>
  )
}
