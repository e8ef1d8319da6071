// SPDX-License-Identifier: EUPL-1.2
// Policy documents on a line of years, one mark above the other.
import type { Schemas } from '../api/types'

export type PolicyRow = Schemas['PolicyRow']
export const reviewStates = ['late', 'due', 'unknown', 'current', 'not_applicable'] as const

export interface Mark {
  row: PolicyRow
  x: number
  y: number
}

export interface AgeStrip {
  marks: Mark[]
  years: { year: number; x: number }[]
  nowX: number
  height: number
  base: number
  radius: number
}

const top = 18
const foot = 30

/** The middle of each mark in a picture `width` wide. Late documents lie at the bottom of their year. */
export function layOutAges(rows: PolicyRow[], now: number, width: number): AgeStrip {
  const dated = rows.filter((row): row is PolicyRow & { year: number } => row.year !== undefined)
  const first = Math.min(now - 10, ...dated.map(({ year }) => year))
  const last = Math.max(now, ...dated.map(({ year }) => year))
  const step = width / (last - first + 1)
  const radius = Math.max(3, Math.min(7, step / 2 - 1))
  const columns = new Map<number, PolicyRow[]>()
  for (const row of dated) columns.set(row.year, [...(columns.get(row.year) ?? []), row])
  const tallest = Math.max(1, ...[...columns.values()].map((column) => column.length))
  const base = top + tallest * (radius * 2 + 2)
  const xOf = (year: number) => (year - first + 0.5) * step
  const order = (row: PolicyRow) => reviewStates.indexOf(row.reviewState)
  const marks = [...columns].flatMap(([year, column]) =>
    [...column]
      .sort((a, b) => order(a) - order(b))
      .map((row, index) => ({ row, x: xOf(year), y: base - radius - 1 - index * (radius * 2 + 2) })),
  )
  const every = step > 34 ? 1 : step > 17 ? 2 : 5
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => year % every === 0)
  return { marks, years: years.map((year) => ({ year, x: xOf(year) })), nowX: xOf(now), height: base + foot, base, radius }
}

/** The most urgent review first, then the oldest. */
export function byUrgency(a: PolicyRow, b: PolicyRow): number {
  return reviewStates.indexOf(a.reviewState) - reviewStates.indexOf(b.reviewState) || (a.year ?? 9999) - (b.year ?? 9999)
}
