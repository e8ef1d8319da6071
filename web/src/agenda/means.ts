// SPDX-License-Identifier: EUPL-1.2
// Money and people of an agenda year by year, each beside what there is.
import type { Choice, Frame } from './types'

export interface MeansYear {
  year: number
  /** What there is. */
  line: number
  /** What is used, without what is hired or beyond. */
  used: number
  hired: number
  beyond: number
}

export interface Means {
  kind: 'money' | 'people'
  id: string
  years: MeansYear[]
}

export function meansOf({ funds, teams }: Choice): Means[] {
  return [
    ...funds.map(({ fund, years }): Means => ({
      kind: 'money',
      id: fund,
      years: years.map(({ year, budget, spent, beyond }) => ({ year, line: budget, used: spent - beyond, hired: 0, beyond })),
    })),
    ...teams.map(({ team, years }): Means => ({
      kind: 'people',
      id: team,
      years: years.map(({ year, capacity, occupied, hired, beyond }) => ({
        year,
        line: capacity,
        used: occupied - hired - beyond,
        hired,
        beyond,
      })),
    })),
  ]
}

/** The most that a strip must have room for. */
export const peakOf = ({ years }: Means) =>
  Math.max(...years.map(({ line, used, hired, beyond }) => Math.max(line, used + hired + beyond)), 0)

export function beyondOf({ funds, teams }: Choice): { money: number; people: number } {
  const sum = (rows: { years: { beyond: number }[] }[]) =>
    rows.reduce((total, { years }) => total + years.reduce((all, { beyond }) => all + beyond, 0), 0)
  return { money: sum(funds), people: sum(teams) }
}

export function titleOfMeans(frame: Frame, { kind, id }: Means) {
  return (kind === 'money' ? frame.funds : frame.teams).find((each) => each.id === id)
}

/** How near the use comes to what there is, in its worst year; what goes beyond is more than 1. */
export const tightness = ({ years }: Means) =>
  Math.max(
    0,
    ...years.map(({ line, used, hired, beyond }) =>
      line > 0 ? (used + hired + beyond) / line : used + hired + beyond > 0 ? Infinity : 0,
    ),
  )

/** The tightest funds and the tightest teams, at most so many of each, in the order that they had. */
export function tightest(all: Means[], most: number): Means[] {
  const kept = (['money', 'people'] as const).flatMap((kind) =>
    all
      .filter((means) => means.kind === kind)
      .sort((a, b) => tightness(b) - tightness(a))
      .slice(0, most),
  )
  return all.filter((means) => kept.includes(means))
}
