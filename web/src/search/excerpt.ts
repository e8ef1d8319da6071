// SPDX-License-Identifier: EUPL-1.2
// An excerpt of a search result: plain text in which the matches stand between U+2068 and U+2069.

export interface Piece {
  text: string
  match: boolean
}

const opening = '\u2068'
const closing = '\u2069'

/** The pieces of an excerpt in their order; marks that do not fit each other are left out. */
export function piecesOf(excerpt: string): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  let match = false
  const finish = (next: boolean) => {
    if (text) pieces.push({ text, match })
    text = ''
    match = next
  }
  for (const letter of excerpt) {
    if (letter === opening) finish(true)
    else if (letter === closing) finish(false)
    else text += letter
  }
  finish(false)
  return pieces
}

export interface Group<Item> {
  kind: string
  items: Item[]
}

/** Results by kind; the kind of the best result first. */
export function groupByKind<Item extends { kind: string }>(items: Item[]): Group<Item>[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item])
  return [...groups].map(([kind, found]) => ({ kind, items: found }))
}
