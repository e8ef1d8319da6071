// SPDX-License-Identifier: EUPL-1.2
// What many plans do, as the picture and the sentences about them need it.
import type { Schemas } from '../api/types'
import { judge, known, type Estimate, type Judgement } from './estimates'
import type { Scenario } from './stepRules'
import type { EffectTable } from './useSimulation'

export type ScenarioEffects = EffectTable['scenarios'][number]
export type MechanismEffect = Schemas['MechanismEffect']
type Mechanism = Schemas['EscalatorCard']['mechanisms'][number]

export interface PlanRow {
  plan: Scenario
  /** Absent as long as it has not been simulated. */
  effects: ScenarioEffects | undefined
}

export function planRows(plans: Scenario[], table: EffectTable): PlanRow[] {
  return plans.map((plan) => ({ plan, effects: table.scenarios.find(({ scenario }) => scenario === plan.id) }))
}

export const effectOn = (effects: ScenarioEffects | undefined, mechanism: string): MechanismEffect | undefined =>
  effects?.mechanisms.find((each) => each.mechanism === mechanism)

export const changeOf = (effects: ScenarioEffects | undefined, indicator: string): Estimate | undefined =>
  effects?.changes.find((each) => each.indicator === indicator)?.change

/** The mechanisms by what a plan does to them. */
export function byJudgement(effects: ScenarioEffects, mechanisms: Mechanism[]): Record<Judgement, Mechanism[]> {
  const out: Record<Judgement, Mechanism[]> = { better: [], worse: [], chance: [], same: [], unknown: [] }
  for (const mechanism of mechanisms) {
    const found = effectOn(effects, mechanism.id)
    if (found) out[judge(found.effect, mechanism.desired)].push(mechanism)
  }
  return out
}

/** The largest mean; an interval of few replicates would make everything else small. */
export function largestMean(estimates: (Estimate | null | undefined)[]): number {
  return Math.max(0, ...estimates.map((each) => Math.abs(known(each)?.mean ?? 0)))
}

/** Room beside the largest mean, so that most intervals fit; never so little that dust looks like a mountain. */
export const reachOf = (estimates: (Estimate | null | undefined)[], least: number) =>
  Math.max(least, largestMean(estimates) * 1.25)

export interface Span {
  mean: number
  low: number
  high: number
  /** The interval goes on beyond what is drawn. */
  isCutLow: boolean
  isCutHigh: boolean
}

/** An estimate on −1…1, where 1 is what is wanted; null when there is none. */
export function spanOf(estimate: Estimate | null | undefined, reach: number, wanted: 'up' | 'down'): Span | null {
  const found = known(estimate)
  if (!found) return null
  const sign = wanted === 'up' ? 1 : -1
  const within = (value: number) => Math.max(-1, Math.min(1, value))
  const [one, other] = [(sign * found.low) / reach, (sign * found.high) / reach]
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  return {
    mean: within((sign * found.mean) / reach),
    low: within(low),
    high: within(high),
    isCutLow: low < -1,
    isCutHigh: high > 1,
  }
}

/** An arrow from 0 to `tip` px, up when that is below 0, around x = 0; a short one is all head. */
export function arrowShape(tip: number, shaft = 9, head = 17, headLength = 13): string {
  const length = Math.abs(tip)
  const neck = Math.sign(tip) * Math.max(0, length - headLength)
  // A head that does not fit keeps its slope.
  const half = head * Math.min(1, length / headLength)
  const y = (value: number) => Number(value.toFixed(1))
  const stem = neck === 0 ? '' : `L${-shaft} ${y(neck)}L${-shaft} 0L${shaft} 0L${shaft} ${y(neck)}`
  return `M0 ${y(tip)}L${y(-half)} ${y(neck)}${stem}L${y(half)} ${y(neck)}Z`
}
