// SPDX-License-Identifier: EUPL-1.2
// The money of one effort out of the budgets that name it.
import { asNumber, asString, asText, recordsOf, type Body } from '../edit/documentTypes'
import type { Text } from '../api/types'

export interface Line {
  kind: 'cost' | 'cover'
  label: Text | undefined
  year: string | undefined
  /** Absent when the source says "to be determined" or "covered elsewhere". */
  amount: number | undefined
  note: Text | undefined
  status: string
  sources: unknown
}

/** The lines of `budget` about the effort; every line when the whole budget is about it. */
export function linesFor(budget: Body, effort: string): Line[] {
  const whole = budget['subject'] === `effort/${effort}`
  return recordsOf(budget['lines'])
    .filter((line) => whole || line['effort'] === effort)
    .map((line) => ({
      kind: line['kind'] === 'cover' ? 'cover' : 'cost',
      label: asText(line['label']),
      year: asString(line['year']),
      amount: asNumber(line['amount']),
      note: asText(line['note']),
      status: asString(line['status']) ?? 'source',
      sources: line['sources'],
    }))
}

export interface Total {
  amount: number
  /** Was any of the amounts made up? */
  illustrative: boolean
}

/** The sum of the known amounts; undefined when no amount is known. */
export function totalOf(lines: Line[], kind: Line['kind']): Total | undefined {
  const known = lines.filter((line) => line.kind === kind && line.amount !== undefined)
  if (known.length === 0) return undefined
  return {
    amount: known.reduce((sum, { amount = 0 }) => sum + amount, 0),
    illustrative: known.some(({ status }) => status === 'illustrative'),
  }
}

/** What is not covered yet, or below zero what is left over; undefined when either is not known. */
export function shortfallOf(costs: Total | undefined, cover: Total | undefined): Total | undefined {
  if (!costs || !cover) return undefined
  return { amount: costs.amount - cover.amount, illustrative: costs.illustrative || cover.illustrative }
}
