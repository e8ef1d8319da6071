// SPDX-License-Identifier: EUPL-1.2
// Decisions in lanes: a lane per body, time from left to right.
import type { Schemas } from '../api/types'

export type DecisionRow = Schemas['DecisionRow']
export const bodies = ['council', 'college', 'alderman', 'director'] as const

/** A date known to the day, the month or the year as a number of years; an unknown part falls in the middle. */
export function yearOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  if (month === undefined) return year! + 0.5
  return year! + (month - 1 + ((day ?? 15) - 1) / 31) / 12
}

export interface LaneDot {
  row: DecisionRow
  x: number
  /** How many dots lie before it at about the same place. */
  level: number
}

/** Dots of one lane, stacked where they would cover each other. */
export function layOutLane(rows: DecisionRow[], xOf: (date: string) => number, room: number): LaneDot[] {
  const placed: LaneDot[] = []
  for (const row of [...rows].sort((a, b) => yearOf(a.date) - yearOf(b.date))) {
    const x = xOf(row.date)
    const taken = new Set(placed.filter((dot) => Math.abs(dot.x - x) < room).map(({ level }) => level))
    let level = 0
    while (taken.has(level)) level += 1
    placed.push({ row, x, level })
  }
  return placed
}

/** The latest year first; within a year the latest decision first. */
export function byYear(rows: DecisionRow[]): { year: string; rows: DecisionRow[] }[] {
  const years = new Map<string, DecisionRow[]>()
  for (const row of rows) {
    const year = row.date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), row])
  }
  const ordered = [...years].sort(([a], [b]) => b.localeCompare(a))
  return ordered.map(([year, found]) => ({ year, rows: found.sort((a, b) => yearOf(b.date) - yearOf(a.date)) }))
}
