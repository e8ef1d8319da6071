// SPDX-License-Identifier: EUPL-1.2
// Which documents stand in the way of a withdrawal, out of the faults that it would make.
import type { Problem } from '../api/types'
import { splitReference } from './documentTypes'

/** Each document once; a path begins with it: `effort/entree challenges[0]`. */
export function referringIn(problem: Problem): { kind: string; id: string }[] {
  if (problem.status !== 409) return []
  const named = (problem.faults ?? []).map(({ path }) => path.split(' ')[0] ?? '')
  return [...new Set(named.filter((each) => /^[a-z_]+\/./.test(each)))].map(splitReference)
}
