// SPDX-License-Identifier: EUPL-1.2
// The chosen items as bars through the years, in groups.
import type { Choice, Chosen, Form, Item } from './types'

export interface Bar {
  form: Form
  from: number
  /** The year after its last. */
  to: number
  /** It goes on behind the last year of the agenda. */
  goesOn: boolean
}

export interface Row {
  item: Item
  chosen: Chosen
  bars: Bar[]
}

export interface Years {
  from: number
  to: number
}

function bar(form: Form, from: number, length: number, { to: last }: Years): Bar | null {
  const to = from + length
  if (from > last || length <= 0) return null
  return { form, from, to: Math.min(to, last + 1), goesOn: to > last + 1 }
}

const lengthOf = (item: Item, form: Form) => item.options.find((option) => option.form === form)?.years ?? 1

/** What runs is kept until its change begins. */
export function barsOf(item: Item, { option, starts }: Chosen, years: Years): Bar[] {
  if (!option || starts === null) return []
  const own = bar(option, starts, lengthOf(item, option), years)
  const isLed = item.running && option !== 'keep' && starts > years.from
  const lead = isLed ? bar('keep', years.from, Math.min(starts - years.from, lengthOf(item, 'keep')), years) : null
  return [lead, own].filter((each) => each !== null)
}

/** Earliest first, and of one year the one that is worth most. */
const byStart = (a: Row, b: Row) =>
  Number(a.chosen.option === 'keep') - Number(b.chosen.option === 'keep') ||
  (a.chosen.starts ?? 0) - (b.chosen.starts ?? 0) ||
  b.chosen.worth - a.chosen.worth

export const groupings = ['pijler', 'spoor'] as const
export type Grouping = (typeof groupings)[number]
/** `first` and `second` pillar, both, neither; or a track. */
export type GroupId = 'first' | 'second' | 'both' | 'neither' | '1' | '2' | '3' | 'other'
const orderOf: Record<Grouping, GroupId[]> = {
  pijler: ['first', 'second', 'both', 'neither'],
  spoor: ['1', '2', '3', 'other'],
}

export function groupOf({ pillars, track }: Item, grouping: Grouping): GroupId {
  if (grouping === 'spoor') return track === 1 || track === 2 || track === 3 ? `${track}` : 'other'
  const [first = 0, second = 0] = pillars
  if (first === 0 && second === 0) return 'neither'
  return first === second ? 'both' : first > second ? 'first' : 'second'
}

export interface Group {
  id: GroupId
  /** Those that are shown. */
  rows: Row[]
  /** How many there are in all. */
  total: number
}

/** The groups that have anything in them; of each at most `most` rows, those that are worth most. */
export function timelineGroups(items: Item[], choice: Choice, years: Years, grouping: Grouping, most: number): Group[] {
  const chosen = new Map(choice.items.map((each) => [each.item, each]))
  const rows = items.flatMap((item): Row[] => {
    const found = chosen.get(item.item)
    const bars = found ? barsOf(item, found, years) : []
    return found && bars.length ? [{ item, chosen: found, bars }] : []
  })
  return orderOf[grouping].flatMap((id): Group[] => {
    const own = rows.filter(({ item }) => groupOf(item, grouping) === id)
    const best = new Set([...own].sort((a, b) => b.chosen.worth - a.chosen.worth).slice(0, most))
    return own.length ? [{ id, rows: own.filter((row) => best.has(row)).sort(byStart), total: own.length }] : []
  })
}

/** A text of at most about `width` pixels. */
export function fitted(text: string, width: number, letter = 7): string {
  const most = Math.max(3, Math.floor(width / letter))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
