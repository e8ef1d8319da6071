// SPDX-License-Identifier: EUPL-1.2
// What an agenda says of each item, and how two agendas differ.
import { proposedForms, runningForms, type Choice, type Chosen, type Form, type Item, type Line } from './types'

/** The column of the board that an item stands in. */
export type Place = Form | 'out'
export const places: readonly Place[] = [...runningForms, ...proposedForms, 'out']

export const placeOf = ({ option }: Chosen): Place => option ?? 'out'

export function linesOf({ items }: Choice): Line[] {
  return items.flatMap(({ item, option, starts }) => (option && starts !== null ? [{ item, option, starts }] : []))
}

/** The lines that say more than "it stays as it is": the shortest way to name an agenda. */
export function changedLines(choice: Choice): Line[] {
  return linesOf(choice).filter(({ option }) => option !== 'keep')
}

export function chosenById(choice: Choice): Map<string, Chosen> {
  return new Map(choice.items.map((chosen) => [chosen.item, chosen]))
}

export function counts(choice: Choice): Record<Place, number> {
  const found = Object.fromEntries(places.map((place) => [place, 0])) as Record<Place, number>
  for (const chosen of choice.items) found[placeOf(chosen)] += 1
  return found
}

/** All amounts of an agenda together. */
export function totals(choice: Choice): { money: number; people: number; worth: number } {
  const sum = (of: (chosen: Chosen) => number) => choice.items.reduce((total, chosen) => total + of(chosen), 0)
  return { money: sum(({ money }) => money), people: sum(({ people }) => people), worth: sum(({ worth }) => worth) }
}

export interface Difference {
  item: string
  left: Chosen | undefined
  right: Chosen | undefined
  /** Same form from the same year. */
  isSame: boolean
}

/** Line by line, in the order of the frame. */
export function differences(items: Item[], left: Choice, right: Choice): Difference[] {
  const [one, other] = [chosenById(left), chosenById(right)]
  return items.map(({ item }) => {
    const [a, b] = [one.get(item), other.get(item)]
    return { item, left: a, right: b, isSame: a?.option === b?.option && a?.starts === b?.starts }
  })
}

/** Those that are not the same in both. */
export function changedBetween(before: Choice, after: Choice): string[] {
  const old = chosenById(before)
  return after.items
    .filter(({ item, option, starts }) => old.get(item)?.option !== option || old.get(item)?.starts !== starts)
    .map(({ item }) => item)
}

/** Smaller than this two values are the same. */
const noDifference = 1e-6

export const isBetter = (one: Choice, other: Choice) => one.value > other.value + noDifference

/** How much better any agenda could be, as a share of what was found. */
export const shareAbove = (value: number, bound: number) => (value === 0 ? 0 : (bound - value) / Math.abs(value))
