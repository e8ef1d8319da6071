// SPDX-License-Identifier: EUPL-1.2
// Narrowing a register: words to find and one chosen value per property, kept in the address so that a view can be shared.
import { setQuery, usePlace } from '../shared/router'

export interface Choice {
  value: string
  title: string
  count: number
}

/** Something that rows can be narrowed by. */
export interface Property<Row> {
  name: string
  title: string
  /** What a row has of it; a row fits when the chosen value is among them. */
  of: (row: Row) => (string | undefined)[]
  titleOf: (value: string) => string
  /** Values that come first, in this order. */
  order?: readonly string[]
}

/** Letters without case or accents, so that `cafe` finds `Café`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether every word of `wanted` stands somewhere in `texts`. */
export function holdsWords(wanted: string, texts: (string | undefined)[]): boolean {
  const all = plain(texts.filter(Boolean).join(' '))
  return plain(wanted)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Whether a row has what was chosen: a value per property, and under `q` words to find. */
export function fits<Row>(
  row: Row,
  values: Record<string, string>,
  properties: Property<Row>[],
  words: (row: Row) => (string | undefined)[],
): boolean {
  const chosen = properties.every(({ name, of }) => !values[name] || of(row).includes(values[name]))
  return chosen && holdsWords(values['q'] ?? '', words(row))
}

/** Every value that occurs in `rows`, with how often, in the order of `known` and then by title. */
export function choicesOf<Row>(
  rows: Row[],
  values: (row: Row) => (string | undefined)[],
  titleOf: (value: string) => string,
  known: readonly string[] = [],
): Choice[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of new Set(values(row))) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const place = (value: string) => (known.includes(value) ? known.indexOf(value) : known.length)
  const choices = [...counts].map(([value, count]) => ({ value, title: titleOf(value), count }))
  return choices.sort((a, b) => place(a.value) - place(b.value) || a.title.localeCompare(b.title))
}

/** Reads and writes the choices of a page in its query. */
export function useQueryValues(names: string[]): {
  values: Record<string, string>
  set(name: string, value: string): void
  clear(): void
  any: boolean
} {
  const { query } = usePlace()
  const values = Object.fromEntries(names.map((name) => [name, query.get(name) ?? '']))
  return {
    values,
    set: (name, value) => setQuery({ [name]: value || null }),
    clear: () => setQuery(Object.fromEntries(names.map((name) => [name, null]))),
    any: names.some((name) => values[name]),
  }
}
