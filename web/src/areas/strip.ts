// SPDX-License-Identifier: EUPL-1.2
// One scale for an area, its city and the spread of others.

export interface Spread {
  count: number
  lowest: number
  median: number
  highest: number
}

export interface Scale {
  /** The outermost values. */
  lowest: number
  highest: number
  at(value: number): number
}

/** A scale from the lowest to the highest of `values`, with a little air, onto `from`…`to`. */
export function scaleOf(values: (number | null | undefined)[], from: number, to: number): Scale | null {
  const known = values.filter((value): value is number => typeof value === 'number')
  if (known.length === 0) return null
  const [lowest, highest] = [Math.min(...known), Math.max(...known)]
  const air = (highest - lowest) * 0.06 || Math.abs(highest) * 0.1 || 1
  const low = lowest >= 0 ? Math.max(0, lowest - air) : lowest - air
  const high = highest + air
  return { lowest, highest, at: (value) => from + ((value - low) / (high - low)) * (to - from) }
}

/** The spread of values; null when there is nothing to spread. */
export function spreadOf(values: (number | null | undefined)[]): Spread | null {
  const known = values.filter((value): value is number => typeof value === 'number').sort((a, b) => a - b)
  const count = known.length
  if (count === 0) return null
  const middle = count % 2 ? known[(count - 1) / 2]! : (known[count / 2 - 1]! + known[count / 2]!) / 2
  return { count, lowest: known[0]!, median: middle, highest: known[count - 1]! }
}
