// SPDX-License-Identifier: EUPL-1.2
// The agenda that stands on the page, what changed in it last, and the way back.
import type { Problem, Text } from '../api/types'
import { send } from '../shared/api'
import { problemOf } from '../shared/api'
import { bodyOf, keyOf, type Question } from './address'
import { changedBetween, linesOf } from './choice'
import { store } from './store'
import type { Choice, Line, Overruns, Repair, Wish } from './types'

export interface Shown {
  /** Of the question that it answers. */
  key: string
  question: Question
  choice: Choice
  from: 'search' | 'wish' | 'lines'
}

export interface Refusal {
  words?: Text
  overruns?: Overruns
  problem?: Problem
}

interface State {
  shown: Shown | null
  /** Items that changed last. */
  marked: string[]
  /** What gave way. */
  note: Text | null
  refusal: Refusal | null
  back: Shown[]
  /** The item that is being asked about. */
  busy: string | null
  /** The agenda that the reader would rather keep than a better one. */
  kept: Choice | null
}

const empty: State = { shown: null, marked: [], note: null, refusal: null, back: [], busy: null, kept: null }
export const present = store<State>(empty)
const mostBack = 50

/** Shows another agenda; the way back stays when it takes the place of one. */
export function show(shown: Shown, note: Text | null = null): void {
  present.set((before) => {
    const isStep = before.shown !== null && before.shown.choice !== shown.choice
    return {
      ...empty,
      shown,
      note,
      marked: before.shown ? changedBetween(before.shown.choice, shown.choice) : [],
      back: isStep && before.shown ? [...before.back, before.shown].slice(-mostBack) : before.back,
    }
  })
}

/** The agenda before; the question goes back with it. */
export function undo(): Question | null {
  const { back } = present.get()
  const last = back.at(-1)
  if (!last) return null
  present.set((before) => ({
    ...empty,
    shown: last,
    back: back.slice(0, -1),
    marked: before.shown ? changedBetween(before.shown.choice, last.choice) : [],
  }))
  return last.question
}

export function keep(choice: Choice): void {
  present.set((before) => ({ ...before, kept: choice }))
}

export function dismiss(): void {
  present.set((before) => ({ ...before, note: null, refusal: null, marked: [] }))
}

async function repaired(question: Question, before: Line[]): Promise<Repair> {
  const { data } = await send<Repair>('POST', '/agenda-repairs', { ...bodyOf(question), before })
  return data
}

/** What a wish changes: as little as possible. Says whether it fits; else what is in the way stands on the page. */
export async function change(question: Question, item: string, before: Choice): Promise<boolean> {
  present.set((state) => ({ ...state, busy: item, refusal: null }))
  try {
    const { outcome, words, choice, overruns } = await repaired(question, linesOf(before))
    if (outcome === 'found' && choice) {
      show({ key: keyOf(question), question, choice, from: 'wish' }, words)
      return true
    }
    refuse({ words, ...(overruns ? { overruns } : {}) })
  } catch (error) {
    refuse({ problem: problemOf(error) })
  }
  return false
}

function refuse(refusal: Refusal): void {
  present.set((state) => ({ ...state, busy: null, refusal }))
}

/** The wishes that leave an agenda only its own lines. */
export function wishesOf(lines: Line[], items: string[]): Wish[] {
  const named = new Set(lines.map(({ item }) => item))
  const musts = lines.map(({ item, option }): Wish => ({ item, kind: 'must', option }))
  return [...musts, ...items.filter((item) => !named.has(item)).map((item): Wish => ({ item, kind: 'ban' }))]
}

/** An agenda that is given by its lines, with all that the server knows of it. */
export async function valued(question: Question, lines: Line[], proposals: string[], standing: Wish[]): Promise<Choice | null> {
  const pinned = { ...question, wishes: wishesOf(lines, proposals), setAside: standing.map(({ item }) => item) }
  const { choice } = await repaired(pinned, lines)
  const wished = new Map([...standing, ...question.wishes].map(({ item, kind }) => [item, kind]))
  return choice && { ...choice, items: choice.items.map((each) => ({ ...each, wish: wished.get(each.item) ?? null })) }
}
