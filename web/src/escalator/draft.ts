// SPDX-License-Identifier: EUPL-1.2
// A question while it is being made; everything that is done to it can be undone.
import type { OwnQuestion } from './packed'

export interface Draft {
  now: OwnQuestion
  before: OwnQuestion[]
  /** What was changed last: letters typed in one field are undone together. */
  last: string
}

const mostKept = 100

export const beginWith = (now: OwnQuestion): Draft => ({ now, before: [], last: '' })

/** `what` names the change; the same name twice in a row is one change. */
export function change(draft: Draft, what: string, next: OwnQuestion): Draft {
  const together = what !== '' && what === draft.last
  const before = together ? draft.before : [...draft.before, draft.now].slice(-mostKept)
  return { now: next, before, last: what }
}

export function undo(draft: Draft): Draft {
  const now = draft.before.at(-1)
  return now ? { now, before: draft.before.slice(0, -1), last: '' } : draft
}
