// SPDX-License-Identifier: EUPL-1.2
// What there is to choose from and what was chosen, which every part of the page reads.
import { createContext, useContext, useMemo } from 'react'
import type { Citation } from '../api/types'
import type { Question } from './address'
import type { Asked } from './asked'
import type { Choice, Form, Frame, Item, WishKind } from './types'
import type { CountedWish } from './wishes'

export interface Agenda {
  frame: Frame
  question: Question
  /** What is shown; what runs now as long as nothing was found. */
  choice: Choice
  /** False as long as `choice` is only what runs now. */
  isFound: boolean
  /** Items that changed last. */
  marked: ReadonlySet<string>
  wishes: CountedWish[]
  /** The search for the best agenda. */
  search: Asked | undefined
  wish(item: string, kind: WishKind, option?: Form): void
  unwish(item: string): void
  undo: (() => void) | null
}

export const AgendaContext = createContext<Agenda | null>(null)

export function useAgenda(): Agenda {
  const found = useContext(AgendaContext)
  if (!found) throw new Error('useAgenda outside AgendaContext')
  return found
}

export function useItems(): Map<string, Item> {
  const { items } = useAgenda().frame
  return useMemo(() => new Map(items.map((item) => [item.item, item])), [items])
}

/** Every source that the frame names, once. */
export function sourcesOf(item: Item): Citation[] {
  const all = [
    ...item.sources,
    ...item.options.flatMap(({ money, people }) => [...money, ...people].flatMap(({ sources }) => sources)),
  ]
  return [...new Map(all.map((each) => [`${each.source} ${each.section}`, each])).values()]
}
