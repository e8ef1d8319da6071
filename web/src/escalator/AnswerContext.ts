// SPDX-License-Identifier: EUPL-1.2
// The answer that a page shows, for all its parts.
import { createContext, useContext } from 'react'
import type { Answer } from './useSimulation'

export const AnswerContext = createContext<Answer | null>(null)

export function useAnswer(): Answer {
  const found = useContext(AnswerContext)
  if (!found) throw new Error('useAnswer outside AnswerContext')
  return found
}

/** The year at the end of which the map is: it begins on the first day of `startYear`. */
export const lastYear = ({ plan }: Pick<Answer, 'plan'>) => plan.startYear + plan.years - 1
