// SPDX-License-Identifier: EUPL-1.2
// Wishes of the reader beside those of the weighing: about one item the reader's come first.
import type { Question } from './address'
import type { Form, Wish, WishKind } from './types'

/** A wish that counts, and whose it is. */
export interface CountedWish extends Wish {
  isOwn: boolean
}

export function countedWishes({ wishes, setAside }: Question, standing: Wish[]): CountedWish[] {
  const named = new Set([...setAside, ...wishes.map(({ item }) => item)])
  return [
    ...standing.filter(({ item }) => !named.has(item)).map((wish) => ({ ...wish, isOwn: false })),
    ...wishes.map((wish) => ({ ...wish, isOwn: true })),
  ]
}

/** The question with a wish about `item`. */
export function withWish(question: Question, item: string, kind: WishKind, option?: Form): Question {
  const others = question.wishes.filter((wish) => wish.item !== item)
  return {
    ...question,
    wishes: [...others, { item, kind, ...(option ? { option } : {}) }],
    setAside: question.setAside.filter((each) => each !== item),
  }
}

/** The question without any wish about `item`, also without that of the weighing. */
export function withoutWish(question: Question, item: string, standing: Wish[]): Question {
  const isStanding = standing.some((wish) => wish.item === item)
  const others = question.setAside.filter((each) => each !== item)
  return {
    ...question,
    wishes: question.wishes.filter((wish) => wish.item !== item),
    setAside: isStanding ? [...others, item] : others,
  }
}

/** The wish of who drops a card on a column: taken up or carried on in that form, or not at all. */
export function wishOfColumn(column: Form | 'out'): { kind: WishKind; option?: Form } {
  if (column === 'out' || column === 'stop') return { kind: 'ban' }
  return { kind: 'must', option: column }
}
