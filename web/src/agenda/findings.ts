// SPDX-License-Identifier: EUPL-1.2
// What does not hang together, in groups.
import type { Finding } from './types'

export const findingKinds = ['unfunded', 'order', 'conflict', 'gap', 'double_work'] as const
export type FindingKind = (typeof findingKinds)[number]

/** Those that occur, the heaviest first. */
export function findingGroups(findings: Finding[]): { kind: FindingKind; findings: Finding[] }[] {
  return findingKinds
    .map((kind) => ({ kind, findings: findings.filter((each) => each.kind === kind) }))
    .filter(({ findings: own }) => own.length > 0)
}
