// SPDX-License-Identifier: EUPL-1.2
// Asks for the best agenda whenever the question changes, and puts wishes into the one that is shown.
import { useEffect, useMemo } from 'react'
import { setQuery } from '../shared/router'
import { keyOf, queryOf, type Question } from './address'
import type { Agenda } from './AgendaContext'
import { ask, stopOthers, useAsked } from './asked'
import { change, present, show, undo } from './present'
import type { Choice, Frame, Solved } from './types'
import { countedWishes, withWish, withoutWish } from './wishes'

/** What to show of an answer: the agenda, or what comes nearest to the wishes. */
export const choiceIn = ({ choice, overruns }: Solved): Choice | null => choice ?? overruns?.choice ?? null

/** A card that goes to another column takes the focus along. */
function focusAgain(pressed: string): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(`[data-wish="${CSS.escape(pressed)}"]`)?.focus()
}

export function useAgendaState(frame: Frame, question: Question): Agenda {
  const { shown, marked, back } = present.use()
  const search = useAsked(question, 'choice')
  const key = keyOf(question)
  useEffect(() => {
    stopOthers(question)
    void ask(question, 'choice')
    // The key holds the whole question.
  }, [key])
  useEffect(() => () => stopOthers(), [])
  const found = search?.answer && choiceIn(search.answer.agenda)
  useEffect(() => {
    if (found && present.get().shown?.key !== key) show({ key, question, choice: found, from: 'search' })
  }, [found, key])
  const standing = frame.weighing.wishes
  const isOfFrame = shown?.choice.items.length === frame.items.length
  const choice = shown && isOfFrame ? shown.choice : frame.baseline
  return useMemo<Agenda>(() => {
    const go = (next: Question, item: string) => {
      const pressed = document.activeElement?.getAttribute('data-wish')
      void change(next, item, choice).then((fits) => {
        if (fits) setQuery(queryOf(next))
        if (pressed) requestAnimationFrame(() => focusAgain(pressed))
      })
    }
    return {
      frame,
      question,
      choice,
      isFound: choice !== frame.baseline,
      marked: new Set(marked),
      wishes: countedWishes(question, standing),
      search,
      wish: (item, kind, option) => go(withWish(question, item, kind, option), item),
      unwish: (item) => go(withoutWish(question, item, standing), item),
      undo: back.length
        ? () => {
            const before = undo()
            if (before) setQuery(queryOf(before))
          }
        : null,
    }
  }, [frame, key, choice, marked, back, search, standing])
}
