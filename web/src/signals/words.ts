// SPDX-License-Identifier: EUPL-1.2
// What a signal says, in words and signs; how they are said is in the messages.
import type { Schemas } from '../api/types'
import type { TagTone } from '../shared/Tag'

export type Signal = Schemas['SignalView']
export type Board = Schemas['SignalBoard']
export type Answer = NonNullable<Signal['answer']>

export const answers: readonly Answer[] = ['real', 'acted_on', 'explained', 'data_fault']
export const states: readonly Signal['state'][] = ['overdue', 'fresh', 'open', 'answered']

const stateTones: Record<Signal['state'], TagTone> = { fresh: 'neutral', open: 'busy', overdue: 'bad', answered: 'good' }
export const toneOfState = (state: Signal['state']): TagTone => stateTones[state]
export const toneOfLevel = (level: Signal['level']): TagTone => (level === 'act' ? 'attention' : 'quiet')

/** Which way a figure went that a signal is about: worse is lower where more is better. */
export const directionOf = ({ polarity }: Pick<Signal, 'polarity'>): 'lower' | 'higher' =>
  polarity === 'less_is_better' ? 'higher' : 'lower'

const weeksToAnswer = 6

/** The day on which an answer is due to a question that is asked today. */
export function deadlineFrom(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 7 * weeksToAnswer)
  return day.toISOString().slice(0, 10)
}

/** The digits of what was computed: one more than the indicator has, so that a small distance is seen. */
export const digitsOf = ({ decimals, unit }: Pick<Signal, 'decimals' | 'unit'>): number => (unit === 'EUR' ? 0 : decimals + 1)

/** What the server found in a text: which kind of personal data, and at which character. */
export interface Personal {
  kind: string
  character: number
}

export function personalIn(found: string): Personal | null {
  const parts = /^(\w+) at character (\d+)$/.exec(found)
  return parts ? { kind: parts[1]!, character: Number(parts[2]) } : null
}
