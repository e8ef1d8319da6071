// SPDX-License-Identifier: EUPL-1.2
import { ApiProblem } from '../shared/api'
import { camelCase } from '../edit/fieldNames'
import type { Problem } from '../api/types'

export interface Refusal {
  problem: Problem
  /** What was expected of each field that is at fault. */
  fields: Record<string, string>
}

/** What a failed request says, by field. Anything else than a refusal is thrown again. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem)) throw error
  const { problem } = error
  return { problem, fields: Object.fromEntries((problem.faults ?? []).map(({ path, expected }) => [camelCase(path), expected])) }
}
