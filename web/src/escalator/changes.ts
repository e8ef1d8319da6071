// SPDX-License-Identifier: EUPL-1.2
// How a map shows a difference: which way, whether strongly, or that it may be chance.
import type { Schemas } from '../api/types'
import { known, wayOf, type Estimate } from './estimates'

export type Shade = 'up-strong' | 'up' | 'chance' | 'down' | 'down-strong' | 'none'
type AreaChange = Schemas['AreaChange']

/** Fewer inhabitants than this, and a share or a mean says more of single households than of the area. */
export const fewestPersons = 100

/** One of the round numbers 1, 2, 5, 10, … at or below `value`. */
export function roundBelow(value: number): number {
  if (!(value > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const step = [5, 2, 1].find((each) => each * power <= value * (1 + 1e-9)) ?? 1
  return Number((step * power).toPrecision(12))
}

/** From where a difference counts as strong: a round number near half of the largest one that is no chance. */
export function strongFrom(differences: (Estimate | undefined)[]): number {
  const sure = differences.filter((each) => wayOf(each) === 'up' || wayOf(each) === 'down')
  const largest = Math.max(0, ...sure.map((each) => Math.abs(known(each)?.mean ?? 0)))
  return roundBelow(largest / 2)
}

export function shadeOf(difference: Estimate | undefined, strong: number): Shade {
  const way = wayOf(difference)
  if (way === 'unknown') return 'none'
  if (way !== 'up' && way !== 'down') return 'chance'
  return Math.abs(difference!.mean!) >= strong ? `${way}-strong` : way
}

/** The difference of an area in an indicator; none where too few people live. */
export function differenceIn(change: AreaChange | undefined, indicator: string): Estimate | undefined {
  const found = change?.values[indicator]
  if (!found) return undefined
  const persons = change.values['persons']?.plan.mean ?? 0
  return persons < fewestPersons && !isCount(indicator) ? undefined : found.difference
}

/** Counts say what they say in small areas too. */
const isCount = (indicator: string) => !indicator.endsWith('_share') && indicator !== 'mean_income' && indicator !== 'score'

export interface IndicatorForm {
  /** Of a value, and of a difference of two. */
  unit: string
  differenceUnit: string
  decimals: number
}

/** How the numbers of an indicator are written, by the unit that the card gives it. */
export function formOf(unit: string): IndicatorForm {
  switch (unit) {
    case 'percent':
      return { unit: '%', differenceUnit: 'points', decimals: 1 }
    case 'thousand_euros':
      return { unit: 'thousand', differenceUnit: 'thousand', decimals: 1 }
    case 'standard_deviations':
      return { unit: '', differenceUnit: '', decimals: 2 }
    default:
      return { unit: '', differenceUnit: '', decimals: 0 }
  }
}

/** What the map may show, what matters most first. */
export const mapIndicators = [
  'persons',
  'lowest_income_share',
  'highest_income_share',
  'persons_65_plus_share',
  'persons_0_14_share',
  'owner_occupied_share',
  'social_rent_share',
  'private_rent_share',
  'mean_income',
  'working_share',
  'high_education_share',
  'vacant_share',
  'score',
  'households',
  'young_families',
  'older_families',
  'one_parent_families',
  'oldest',
  'moved_in',
  'arrived',
]
