// SPDX-License-Identifier: EUPL-1.2
// Since when there is a ledger: of the days before it nobody can say how things stood.
import type { City } from '../api/types'
import { useApi } from './api'

/** The first day of the ledger; undefined as long as it is not known. */
export function useSince(): string | undefined {
  return useApi<City>('/city').data?.since
}

/** Is a day, or a whole month or year, before the ledger began? */
export function isBefore(when: string, since: string | undefined): boolean {
  return since !== undefined && when < since.slice(0, when.length)
}
