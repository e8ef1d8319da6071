// SPDX-License-Identifier: EUPL-1.2
// The scores of an item turned round: per criterion the options that say anything of it.
import type { Frame, Item, Option } from './types'

export interface ScoreRow {
  criterion: Frame['weighing']['criteria'][number]
  scores: { option: Option; score: Option['scores'][number] }[]
}

/** Heaviest criterion first. */
export function scoreRows(item: Item, criteria: Frame['weighing']['criteria']): ScoreRow[] {
  const rows = criteria.map((criterion) => ({
    criterion,
    scores: item.options.flatMap((option) =>
      option.scores.filter(({ to }) => to === criterion.to).map((score) => ({ option, score })),
    ),
  }))
  return rows.filter(({ scores }) => scores.length > 0).sort((a, b) => b.criterion.weight - a.criterion.weight)
}
