// SPDX-License-Identifier: EUPL-1.2
// What an import did or would do, out of the free form that a job's result has.
import type { Schemas } from '../api/types'
import { asNumber, isRecord, listOf } from '../edit/documentTypes'

export type Fault = Schemas['Fault']
export interface ImportReport {
  counts: { kind: string; count: number }[]
  /** References as `kind/id`. */
  added: string[]
  changed: string[]
  withdrawn: string[]
  unchanged: number
  observations: number
  statisticsChanged: string[]
}

function referencesIn(value: unknown): string[] {
  return listOf(value).map((each) => (isRecord(each) ? `${String(each['kind'])}/${String(each['id'])}` : String(each)))
}

export function reportOf(job: Schemas['Job']): ImportReport | null {
  const result: unknown = job.result
  if (!isRecord(result)) return null
  const counts = isRecord(result['counts']) ? Object.entries(result['counts']) : []
  return {
    counts: counts.map(([kind, count]) => ({ kind, count: Number(count) })),
    added: referencesIn(result['added']),
    changed: referencesIn(result['changed']),
    withdrawn: referencesIn(result['withdrawn']),
    unchanged: asNumber(result['unchanged']) ?? 0,
    observations: asNumber(result['observations']) ?? 0,
    statisticsChanged: referencesIn(result['statisticsChanged']),
  }
}

export function changesAnything(report: ImportReport): boolean {
  return report.added.length + report.changed.length + report.withdrawn.length + report.statisticsChanged.length > 0
}

/** Where a fault stands: file, line and column as far as known. */
export function placeOf({ file, line, column }: Fault): string {
  return [file, line, column].filter((part) => part !== undefined && part !== 0 && part !== '').join(':')
}

/** What stands in the file itself, out of what the server says it found; the rest of that is English prose. */
export function culpritOf({ found }: Fault): string | undefined {
  const quoted = /"(.+)"|`(.+)`/.exec(found)
  if (quoted) return quoted[1] ?? quoted[2]
  const reference = /(?:^|\s)([a-z_]+\/\S+)/.exec(found)
  if (reference) return reference[1]
  return /^\S+$/.test(found) && found !== 'nothing' ? found : undefined
}
