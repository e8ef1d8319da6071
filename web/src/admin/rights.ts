// SPDX-License-Identifier: EUPL-1.2
// The permission table as a matrix of one role: kinds against actions.
import type { Schemas } from '../api/types'

type Row = Schemas['Permissions']['rows'][number]

/** What may be done: never, always, or in these states. */
export type Right = 'no' | 'yes' | string[]

export interface Matrix {
  /** Actions that hold whatever the kind. */
  everywhere: string[]
  actions: string[]
  kinds: { kind: string; rights: Right[] }[]
}

function rightOf(rows: Row[]): Right {
  if (rows.length === 0) return 'no'
  if (rows.some(({ states }) => states.length === 0)) return 'yes'
  return [...new Set(rows.flatMap(({ states }) => states))]
}

export function matrixOf(rows: Row[], role: string): Matrix {
  const own = rows.filter((row) => row.role === role)
  const perKind = own.filter(({ kind }) => kind)
  const actions = [...new Set(perKind.map(({ action }) => action))]
  const kinds = [...new Set(perKind.map(({ kind }) => kind))].sort()
  return {
    everywhere: [...new Set(own.filter(({ kind }) => !kind).map(({ action }) => action))],
    actions,
    kinds: kinds.map((kind) => ({
      kind,
      rights: actions.map((action) => rightOf(perKind.filter((row) => row.kind === kind && row.action === action))),
    })),
  }
}
