// SPDX-License-Identifier: EUPL-1.2
// Which cards stand in which column of which board.
import { placeOf, type Place } from './choice'
import { groupOf, type GroupId } from './timelineRows'
import { proposedForms, runningForms, type Choice, type Chosen, type Item } from './types'

export interface Card {
  item: Item
  chosen: Chosen
}

export interface BoardColumn {
  place: Place
  cards: Card[]
}

export interface Board {
  /** Of what runs, or of proposals: other things can happen to them. */
  kind: 'running' | 'proposed'
  columns: BoardColumn[]
  total: number
}

export interface Track {
  id: GroupId
  boards: Board[]
  total: number
}

const columnsOf = { running: runningForms, proposed: [...proposedForms, 'out'] } as const

function boardOf(kind: Board['kind'], cards: Card[]): Board[] {
  const own = cards.filter(({ item }) => item.running === (kind === 'running'))
  const columns = columnsOf[kind].map((place) => ({
    place,
    cards: own.filter(({ chosen }) => placeOf(chosen) === place).sort((a, b) => b.chosen.worth - a.chosen.worth),
  }))
  return own.length ? [{ kind, columns, total: own.length }] : []
}

/** The tracks that have anything in them; within each what runs and what is proposed. */
export function tracksOf(items: Item[], choice: Choice): Track[] {
  const chosen = new Map(choice.items.map((each) => [each.item, each]))
  const cards = items.flatMap((item) => {
    const found = chosen.get(item.item)
    return found ? [{ item, chosen: found }] : []
  })
  return (['1', '2', '3', 'other'] as const).flatMap((id): Track[] => {
    const own = cards.filter(({ item }) => groupOf(item, 'spoor') === id)
    return own.length ? [{ id, boards: [...boardOf('running', own), ...boardOf('proposed', own)], total: own.length }] : []
  })
}
