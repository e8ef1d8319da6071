// SPDX-License-Identifier: EUPL-1.2
import { camelCase } from '../edit/fieldNames'
import type { Problem } from '../api/types'
import { ApiProblem } from '../shared/api'
import { useLanguage } from '../shared/language'

export interface Refusal {
  problem: Problem
  /** The fields that are at fault. */
  fields: string[]
}

/** What a failed request says, by field. Anything else than a refusal is thrown again. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem)) throw error
  const { problem } = error
  return { problem, fields: (problem.faults ?? []).map(({ path }) => camelCase(path)) }
}

/** What to say at a field of an account that the server refused. */
export function useFieldFault(refusal: Refusal | null): (field: string) => string | undefined {
  const { label } = useLanguage()
  return (field) => (refusal?.fields.includes(field) ? label('admin.fieldFault', field) : undefined)
}
