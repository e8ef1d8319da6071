// SPDX-License-Identifier: EUPL-1.2
// Where everything stands in the picture of the escalator: eight steps rising to the right, what comes in below, what goes out above.
import type { Schemas } from '../api/types'
import type { Estimate } from './estimates'

type Summary = Schemas['EscalatorSummary']
export type LifeStage = Schemas['LifeStage']
export const flows = ['arrived', 'started', 'moved', 'departed', 'departedUnmet'] as const
export type Flow = (typeof flows)[number]

export interface FlowNumbers {
  plan: Estimate
  baseline: Estimate
  difference: Estimate
}
export interface StageFlows {
  stage: LifeStage
  flows: Record<Flow | 'searched', FlowNumbers>
}

/** Plan, baseline and difference of each step together. */
export function stagesOf(escalator: Schemas['SimulationAnswer']['escalator']): StageFlows[] {
  const of = (summary: Summary, stage: LifeStage) => summary.steps.find((step) => step.stage === stage)
  return escalator.plan.steps.flatMap((plan) => {
    const [baseline, difference] = [of(escalator.baseline, plan.stage), of(escalator.difference, plan.stage)]
    if (!baseline || !difference) return []
    const numbers = (flow: Flow | 'searched') => ({ plan: plan[flow], baseline: baseline[flow], difference: difference[flow] })
    const all = Object.fromEntries([...flows, 'searched' as const].map((flow) => [flow, numbers(flow)]))
    return [{ stage: plan.stage, flows: all as StageFlows['flows'] }]
  })
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export interface Arrow {
  flow: Flow
  /** Middle of the shaft, and where it begins and ends: upwards in the picture that rises, sideways on a phone. */
  x: number
  from: number
  to: number
  width: number
  baselineWidth: number
}
export interface Tread {
  stage: LifeStage
  block: Box
  planBar: Box
  baselineBar: Box
  arrows: Arrow[]
}
export interface Stairs {
  width: number
  height: number
  treads: Tread[]
}

const mean = ({ mean }: Estimate) => mean ?? 0
const thinnest = 1.5

/** Widths of arrows and lengths of bars share one scale each over all steps, plan and baseline alike. */
export function scaleFor(stages: StageFlows[], of: readonly Flow[], largest: number): (value: number) => number {
  const values = stages.flatMap(({ flows: all }) => of.flatMap((flow) => [mean(all[flow].plan), mean(all[flow].baseline)]))
  const highest = Math.max(1, ...values)
  return (value) => (value <= 0 ? 0 : Math.max(thinnest, (value / highest) * largest))
}

export const streams = ['arrived', 'started', 'departed', 'departedUnmet'] as const

/** Sizes in the rising picture, in pixels. */
const rise = 26
const block = 46
const tallestBar = 96
const widestArrow = 20
const room = { label: 34, out: 46, outUnmet: 16, in: 40 }

/** From the left edge of a column of `breadth`: bars first, then what goes out; what comes in stands below. */
const places = (breadth: number) => ({
  baselineBar: 8,
  planBar: 29,
  departed: breadth * 0.62,
  departedUnmet: breadth * 0.86,
  arrived: breadth * 0.27,
  started: breadth * 0.75,
})

export function layOutStairs(stages: StageFlows[], width: number): Stairs {
  const breadth = width / Math.max(1, stages.length)
  const bar = scaleFor(stages, ['moved'], tallestBar)
  const arrow = scaleFor(stages, streams, widestArrow)
  const tops = stages.map(({ flows: { moved } }, index) => {
    const tallest = Math.max(bar(mean(moved.plan)), bar(mean(moved.baseline)), room.out)
    return (stages.length - 1 - index) * rise - tallest - room.label
  })
  const top = -Math.min(0, ...tops)
  const treads = stages.map((each, index) => {
    const y = top + (stages.length - 1 - index) * rise
    return treadAt(each, { x: index * breadth, y, breadth }, bar, arrow)
  })
  const height = top + (stages.length - 1) * rise + block + room.in + room.label
  return { width, height: Math.ceil(height), treads }
}

interface Place {
  x: number
  y: number
  breadth: number
}
type Scale = (value: number) => number

function treadAt({ stage, flows: all }: StageFlows, { x, y, breadth }: Place, bar: Scale, arrow: Scale): Tread {
  const at = places(breadth)
  const barOf = (value: number, left: number, thick: number): Box => ({
    x: x + left,
    y: y - bar(value),
    width: thick,
    height: bar(value),
  })
  const stream = (flow: (typeof streams)[number], from: number, to: number): Arrow => ({
    flow,
    x: x + at[flow],
    from,
    to,
    width: arrow(mean(all[flow].plan)),
    baselineWidth: arrow(mean(all[flow].baseline)),
  })
  const below = y + block
  return {
    stage,
    block: { x, y, width: breadth, height: block },
    baselineBar: barOf(mean(all.moved.baseline), at.baselineBar, 18),
    planBar: barOf(mean(all.moved.plan), at.planBar, 22),
    arrows: [
      stream('arrived', below + room.in, below + 2),
      stream('started', below + room.in, below + 2),
      stream('departed', y - 2, y - room.out),
      stream('departedUnmet', y - 2, y - room.outUnmet),
    ],
  }
}

/** On a phone the steps lie above each other, the first one lowest, each a little further to the right. */
const row = { height: 108, indent: 7, bar: 12, widestArrow: 14 }

export function layOutSteepStairs(stages: StageFlows[], width: number): Stairs {
  const breadth = width - row.indent * (stages.length - 1)
  const bar = scaleFor(stages, ['moved'], breadth * 0.5)
  const arrow = scaleFor(stages, streams, row.widestArrow)
  const treads = stages.map(({ stage, flows: all }, index) => {
    const [x, y] = [index * row.indent, (stages.length - 1 - index) * row.height]
    const barOf = (value: number, down: number): Box => ({ x: x + 8, y: y + down, width: bar(value), height: row.bar })
    const stream = (flow: (typeof streams)[number], at: number): Arrow => ({
      flow,
      x: x + at * breadth,
      from: y + 92,
      to: y + 70,
      width: arrow(mean(all[flow].plan)),
      baselineWidth: arrow(mean(all[flow].baseline)),
    })
    return {
      stage,
      block: { x, y, width: breadth, height: 26 },
      planBar: barOf(mean(all.moved.plan), 30),
      baselineBar: barOf(mean(all.moved.baseline), 30 + row.bar + 2),
      arrows: streams.map((flow, place) => stream(flow, 0.06 + place * 0.25)),
    }
  })
  return { width, height: stages.length * row.height, treads }
}

/** An arrow as a closed line; its head is a little broader than the shaft. */
export function arrowPath(x: number, from: number, to: number, width: number): string {
  const [half, wing] = [width / 2, width / 2 + 4]
  const head = to + Math.sign(from - to) * Math.min(9, Math.abs(from - to) * 0.6)
  const point = (across: number, along: number) => `${across.toFixed(1)} ${along.toFixed(1)}`
  const corners = [
    point(x - half, from),
    point(x - half, head),
    point(x - wing, head),
    point(x, to),
    point(x + wing, head),
    point(x + half, head),
    point(x + half, from),
  ]
  return `M${corners.join('L')}Z`
}
