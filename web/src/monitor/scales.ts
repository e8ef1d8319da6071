// SPDX-License-Identifier: EUPL-1.2
// Where figures stand in the pictures of the monitor.

/** The borders between bands of scores, in standard deviations. */
export const bandBorders = [-1.5, -0.5, 0.5, 1.5]

/** Places `value` of `low`…`high` on `from`…`to`; equal ends put everything in the middle. */
export function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from))
}

/** How far a scale of scores reaches to both sides: whole halves, and never less than two. */
export function scoreReach(values: number[]): number {
  const furthest = Math.max(2, ...values.map(Math.abs))
  return Math.ceil(furthest * 2 - 1e-9) / 2
}

/** Round numbers from `low` to `high`, about `wanted` of them. */
export function roundTicks(low: number, high: number, wanted = 3): number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough - 1e-12)!
  const ticks: number[] = []
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at += 1)
    ticks.push(Number((at * step).toPrecision(12)))
  return ticks
}

/** The middle of a period as a year with a fraction: '2021' is 2021, '2021-07' is 2021.5, '2020/2022' is 2021. */
export function yearOf(period: string): number {
  const parts = period.split('/').map((part) => {
    const [year, month = '1'] = part.split('-')
    return Number(year) + (Number(month) - 1) / 12
  })
  return parts.reduce((sum, part) => sum + part, 0) / parts.length
}

/** Puts marks that would lie over each other above each other: for each place the row it gets, from 0. */
export function stacked(places: number[], breadth: number): number[] {
  const ends: number[] = []
  const rows: number[] = Array.from({ length: places.length }, () => 0)
  const order = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]!)
  for (const index of order) {
    const place = places[index]!
    const free = ends.findIndex((end) => place - end >= breadth)
    const row = free === -1 ? ends.length : free
    ends[row] = place
    rows[index] = row
  }
  return rows
}

export interface Part {
  id: string
  from: number
  to: number
}

/** The parts of a bar one behind the other, without those of no size, each by its share in `whole`. */
export function partsOf(sizes: { id: string; size: number }[], whole: number): Part[] {
  const sum = sizes.reduce((total, { size }) => total + size, 0)
  let end = 0
  return sizes
    .filter(({ size }) => size > 0)
    .map(({ id, size }) => {
      const from = end
      end += (size / sum) * whole
      return { id, from, to: end }
    })
}
