// SPDX-License-Identifier: EUPL-1.2
// Two people changed the same document: what each changed, and one body out of both.
import { same } from '../differences'
import type { Body } from '../documentTypes'

export interface Merge {
  /** Theirs, with every change of mine that nobody else touched. */
  merged: Body
  /** Fields that both changed, each to something else. */
  conflicts: string[]
  /** Fields that only the other one changed. */
  theirs: string[]
}

/** A merge field by field. `base` is what both began with. */
export function merge(base: Body, mine: Body, theirs: Body): Merge {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const result: Merge = { merged: { ...theirs }, conflicts: [], theirs: [] }
  for (const name of names) {
    const iChanged = !same(base[name], mine[name])
    const theyChanged = !same(base[name], theirs[name])
    if (theyChanged && !iChanged) result.theirs.push(name)
    if (!iChanged) continue
    if (theyChanged && !same(mine[name], theirs[name])) result.conflicts.push(name)
    result.merged[name] = mine[name]
  }
  return result
}
