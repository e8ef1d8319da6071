// SPDX-License-Identifier: EUPL-1.2
// What an estimate over replicates lets one say: which way, or that it may be chance.
import type { Schemas } from '../api/types'

export type Estimate = Schemas['SimulatedEstimate']
export type Way = 'up' | 'down' | 'chance' | 'same' | 'unknown'

/** An estimate that is there; of one replicate it has no interval, and is drawn as a point. */
export interface KnownEstimate {
  mean: number
  low: number
  high: number
}

export function known(estimate: Estimate | null | undefined): KnownEstimate | null {
  if (!estimate) return null
  const { mean, low, high } = estimate
  return mean === null ? null : { mean, low: low ?? mean, high: high ?? mean }
}

export const hasInterval = (estimate: Estimate) => estimate.low !== null && estimate.high !== null

/** An interval that holds 0 says nothing of the way, and neither does one replicate; one that is 0 says that nothing changes. */
export function wayOf(estimate: Estimate | null | undefined): Way {
  const found = known(estimate)
  if (!estimate || !found) return 'unknown'
  if (!hasInterval(estimate)) return 'chance'
  if (found.low === 0 && found.high === 0) return 'same'
  if (found.low > 0) return 'up'
  return found.high < 0 ? 'down' : 'chance'
}

/** The sign beside a difference, so that a colour is never alone. */
export const signs: Record<Way, string> = { up: '▲', down: '▼', chance: '≈', same: '=', unknown: '' }

export type Judgement = 'better' | 'worse' | 'chance' | 'same' | 'unknown'

/** What a difference means where it is known which way is wanted. */
export function judge(estimate: Estimate | null | undefined, wanted: 'up' | 'down'): Judgement {
  const way = wayOf(estimate)
  if (way === 'up' || way === 'down') return way === wanted ? 'better' : 'worse'
  return way
}

/** An estimate in another unit, such as a share as a percentage. */
export function times(estimate: Estimate, factor: number): Estimate {
  const scaled = (value: number | null) => (value === null ? null : value * factor)
  return { mean: scaled(estimate.mean), low: scaled(estimate.low), high: scaled(estimate.high) }
}
