// SPDX-License-Identifier: EUPL-1.2
// Eight steps of life in the city: bars for who moves within it, arrows for who comes in and who leaves; a step can be pressed.
import { useId } from 'react'
import { useDrawer } from '../shared/Drawer'
import { useLanguage } from '../shared/language'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { useAnswer } from './AnswerContext'
import { signs, wayOf } from './estimates'
import { StageDetails } from './StageDetails'
import { arrowPath, layOutStairs, layOutSteepStairs, type Arrow, type StageFlows, type Tread } from './stairs'
import { StairsLegend } from './StairsLegend'
import { useRunProvenance, useShownEstimate } from './useShownEstimate'

/** Below this the eight steps do not fit beside each other. */
const steepBelow = 720

export function StairsPicture({ stages }: { stages: StageFlows[] }) {
  const { m, label } = useLanguage()
  const openDrawer = useDrawer()
  const [holder, width] = useWidth<HTMLDivElement>()
  const { note } = useRunProvenance(useAnswer())('', '')
  const hatch = useId().replaceAll(':', '')
  const steep = width < steepBelow
  const { treads, height } = steep ? layOutSteepStairs(stages, width) : layOutStairs(stages, width)
  const open = (index: number) => {
    const stage = stages[index]
    if (stage) openDrawer(label('escalator.stageName', stage.stage), <StageDetails stage={stage} note={note} />)
  }
  const { group, stop } = useRoving<SVGGElement>(stages.length, open)
  const words = useStageWords()
  return (
    <div ref={holder}>
      <svg
        className="picture stairs"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={m('escalator.stairsLabel')}
      >
        <StairsPatterns prefix={hatch} />
        <g ref={group}>
          {treads.map(({ stage, block }, index) => (
            <g
              key={stage}
              className="stair"
              role="button"
              aria-haspopup="dialog"
              aria-label={words(stages[index]!)}
              onClick={() => open(index)}
              {...stop(index)}
            >
              <rect className="stair-reach" x={block.x} y={block.y - 60} width={block.width} height={block.height + 130} />
              <rect className="stair-block" {...block} />
            </g>
          ))}
        </g>
        <g className="stairs-drawing" aria-hidden="true">
          {treads.map((tread, index) => (
            <Stair key={tread.stage} tread={tread} of={stages[index]!} steep={steep} hatch={hatch} />
          ))}
        </g>
      </svg>
      <StairsLegend hatch={hatch} />
    </div>
  )
}

/** A step as one sentence, for those who do not see it. */
function useStageWords(): (stage: StageFlows) => string {
  const { m, label } = useLanguage()
  const shown = useShownEstimate()
  return ({ stage, flows: all }) => {
    const said = (['arrived', 'started', 'moved', 'departed', 'departedUnmet'] as const).map((flow) => {
      const { plan, difference } = all[flow]
      return m('escalator.flowWords', {
        flow: label('escalator.flowName', flow),
        number: shown.value(plan.mean),
        difference: shown.signed(difference.mean),
        certainty: wayOf(difference) === 'chance' ? m('escalator.mayBeChance') : '',
      }).trim()
    })
    return `${label('escalator.stageName', stage)}. ${said.join('. ')}`
  }
}

function StairsPatterns({ prefix }: { prefix: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 6, height: 6 } as const
  return (
    <defs>
      <pattern id={`${prefix}-without`} {...common} className="stairs-hatch">
        <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
      </pattern>
    </defs>
  )
}

interface StairProps {
  tread: Tread
  of: StageFlows
  steep: boolean
  hatch: string
}

function Stair({ tread, of, steep, hatch }: StairProps) {
  const { label } = useLanguage()
  const { block, planBar, baselineBar } = tread
  const name = label('escalator.stageShort', tread.stage)
  const lines = steep ? [name] : twoLines(name)
  const middle = block.y + block.height / 2 + (lines.length === 1 ? 5 : -3)
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={line}
          className="stair-name"
          x={steep ? block.x + 10 : block.x + block.width / 2}
          y={middle + index * 16}
          textAnchor={steep ? 'start' : 'middle'}
        >
          {line}
        </text>
      ))}
      <rect className="stair-without" {...baselineBar} />
      <rect className="stair-without-hatch" {...baselineBar} fill={`url(#${hatch}-without)`} />
      <rect className="stair-with" {...planBar} />
      {steep ? (
        <FlowText of={of} flow="moved" x={planBar.x + Math.max(planBar.width, baselineBar.width) + 8} y={planBar.y + 11} inLine />
      ) : (
        <FlowText of={of} flow="moved" x={block.x + 28} y={Math.min(planBar.y, baselineBar.y) - 20} />
      )}
      {tread.arrows.map((arrow) => (
        <Stream key={arrow.flow} arrow={arrow} of={of} steep={steep} />
      ))}
    </>
  )
}

/** A name on two lines of about equal length. */
function twoLines(name: string): string[] {
  const words = name.split(' ')
  if (words.length === 1 || name.length < 12) return [name]
  const half = words.reduce((best, _, at) => {
    const off = (index: number) => Math.abs(words.slice(0, index).join(' ').length - words.slice(index).join(' ').length)
    return at > 0 && off(at) < off(best) ? at : best
  }, 1)
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')]
}

interface StreamProps {
  arrow: Arrow
  of: StageFlows
  steep: boolean
}

function Stream({ arrow: { flow, x, from, to, width, baselineWidth }, of, steep }: StreamProps) {
  const upwards = from > to
  const out = flow === 'departed' || flow === 'departedUnmet'
  const [start, end] = steep && out ? [to, from] : [from, to]
  const label = steep ? { x: x + 17, y: Math.min(from, to) + 8 } : { x, y: out ? to - 21 : from + 14 }
  return (
    <g className={`stream stream-${flow}`}>
      <path className="stream-plan" d={arrowPath(x, start, end, width)} />
      {Math.abs(width - baselineWidth) >= 1 && upwards && (
        <path className="stream-baseline" d={arrowPath(x, start, end, baselineWidth)} />
      )}
      <FlowText of={of} flow={flow} {...label} anchor={steep ? 'start' : 'middle'} />
    </g>
  )
}

interface FlowTextProps {
  of: StageFlows
  flow: keyof StageFlows['flows']
  x: number
  y: number
  anchor?: 'start' | 'middle'
  inLine?: boolean
}

/** The number with the plan, and below or behind it how that differs. */
function FlowText({ of, flow, x, y, anchor = 'middle', inLine = false }: FlowTextProps) {
  const shown = useShownEstimate()
  const { plan, difference } = of.flows[flow]
  const way = wayOf(difference)
  const same = Math.round(difference.mean ?? 0) === 0
  return (
    <text className="flow-number" x={x} y={y} textAnchor={inLine ? 'start' : anchor}>
      <tspan>{shown.value(plan.mean)}</tspan>
      <tspan className="flow-difference" data-way={way} {...(inLine ? { dx: 6 } : { x, dy: 14 })}>
        {same ? '=' : `${signs[way]}\u2009${shown.signed(difference.mean)}`}
      </tspan>
    </text>
  )
}
