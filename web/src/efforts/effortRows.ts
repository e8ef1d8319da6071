// SPDX-License-Identifier: EUPL-1.2
// Grouping and adding up the register of efforts.
import type { Schemas } from '../api/types'

export type EffortRow = Schemas['EffortRow']
export const forms = ['policy_programme', 'area_programme', 'project', 'scheme', 'action'] as const
export const states = [
  'proposed',
  'framed',
  'drafted',
  'consented',
  'adopted',
  'running',
  'evaluated',
  'closed',
  'withdrawn',
] as const

export interface Money {
  total: number
  /** How many rows say an amount. */
  known: number
  /** Was any of those amounts made up? */
  illustrative: boolean
}

export function sumOf(rows: EffortRow[], which: 'costs' | 'cover'): Money {
  const known = rows.filter((row) => row[which] !== null && row[which] !== undefined)
  return {
    total: known.reduce((sum, row) => sum + (row[which] ?? 0), 0),
    known: known.length,
    illustrative: known.some((row) => row[`${which}Status`] === 'illustrative'),
  }
}

export function byForm(rows: EffortRow[]): { form: EffortRow['form']; rows: EffortRow[] }[] {
  return forms.map((form) => ({ form, rows: rows.filter((row) => row.form === form) })).filter((group) => group.rows.length > 0)
}

/** How many efforts of each form are in each state; only states that occur. */
export function countByState(rows: EffortRow[]): {
  states: EffortRow['state'][]
  cells: { form: EffortRow['form']; counts: number[] }[]
} {
  const used = states.filter((state) => rows.some((row) => row.state === state))
  const cells = byForm(rows).map(({ form, rows: own }) => ({
    form,
    counts: used.map((state) => own.filter((row) => row.state === state).length),
  }))
  return { states: used, cells }
}
